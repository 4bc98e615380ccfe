/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.eval;

import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.console.report.Chart;
import dev.tendon.console.report.Line;
import dev.tendon.console.report.Report;
import dev.tendon.inference.EvalInfoFile;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells what came of an evaluation: on the console, in {@code eval_info.json} and in {@code report.html}. */
final class EvalReport {
    private static final List<String> HEAD =
            List.of("joint", "policy", "hold last", "mean action", "policy rms", "hold rms", "mean rms");

    private final String type;
    private final PolicyModel model;
    private final DatasetResult result;
    private final int carriedOut;

    EvalReport(String type, PolicyModel model, DatasetResult result) {
        this.type = type;
        this.model = model;
        this.result = result;
        carriedOut = Math.min(model.actionSteps(), model.chunkSize());
    }

    void write(Path folder) throws IOException {
        EvalInfoFile.write(folder, json());
        report().write(folder.resolve("report.html"));
    }

    void tell(Console console, Path folder) {
        console.out(title() + ": " + facts());
        console.out("error of an action, in the joints' own units, over the " + carriedOut
                + " actions that are carried out of a plan");
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        rows.addAll(rows());
        Columns.of(rows).forEach(line -> console.out("  " + line));
        console.out(verdict());
        console.out("written to " + folder.resolve("report.html"));
        Map<String, Object> json = json();
        json.put("output_dir", folder.toString());
        console.json(json);
    }

    private String title() {
        return type + " on " + result.root().toAbsolutePath().normalize().getFileName();
    }

    private String facts() {
        return String.format(
                Locale.ROOT,
                "%d plans of %d actions in %d episodes, one every %d frames",
                result.plans(),
                model.chunkSize(),
                result.episodes().size(),
                result.every());
    }

    private String verdict() {
        double own = result.policy().meanOver(carriedOut);
        double hold = result.hold().meanOver(carriedOut);
        return String.format(
                Locale.ROOT,
                "Its error is %.2f times that of holding the last action, and %.2f times that of the mean action%s.",
                own / hold,
                own / result.mean().meanOver(carriedOut),
                own < hold ? "" : ": it is no better than doing nothing");
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int joint = 0; joint < result.joints().size(); joint++) {
            List<String> row = new ArrayList<>(List.of(result.joints().get(joint)));
            for (PlanErrors errors : all()) {
                row.add(number(errors.meanOver(carriedOut, joint)));
            }
            for (PlanErrors errors : all()) {
                row.add(number(errors.rootMeanSquareOver(carriedOut, joint)));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<PlanErrors> all() {
        return List.of(result.policy(), result.hold(), result.mean());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", type);
        json.put("dataset", result.root().toString());
        json.put("episodes", result.episodes().size());
        json.put("plans", result.plans());
        json.put("every_frames", result.every());
        json.put("chunk_size", model.chunkSize());
        json.put("n_action_steps", carriedOut);
        Map<String, Object> overall = new LinkedHashMap<>();
        overall.put("action_mae", plain(result.policy().meanOver(carriedOut)));
        overall.put("hold_mae", plain(result.hold().meanOver(carriedOut)));
        overall.put("mean_mae", plain(result.mean().meanOver(carriedOut)));
        json.put("overall", overall);
        List<Object> joints = new ArrayList<>();
        for (int joint = 0; joint < result.joints().size(); joint++) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("name", result.joints().get(joint));
            each.put("mae", plain(result.policy().meanOver(carriedOut, joint)));
            each.put("rms", plain(result.policy().rootMeanSquareOver(carriedOut, joint)));
            each.put("hold_mae", plain(result.hold().meanOver(carriedOut, joint)));
            each.put("hold_rms", plain(result.hold().rootMeanSquareOver(carriedOut, joint)));
            each.put("mean_mae", plain(result.mean().meanOver(carriedOut, joint)));
            each.put("mean_rms", plain(result.mean().rootMeanSquareOver(carriedOut, joint)));
            joints.add(each);
        }
        json.put("joints", joints);
        json.put("horizon", horizon());
        json.put(
                "per_episode",
                result.episodes().stream()
                        .map(episode -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("episode_index", episode.index());
                            each.put("frames", episode.frames());
                            each.put("action_mae", plain(episode.error()));
                            return each;
                        })
                        .toList());
        return json;
    }

    private List<Object> horizon() {
        List<Object> horizon = new ArrayList<>();
        for (int ahead = 0; ahead < model.chunkSize(); ahead++) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("step", ahead);
            each.put("time_s", ahead / result.fps());
            each.put("action_mae", plain(result.policy().mean(ahead)));
            each.put("hold_mae", plain(result.hold().mean(ahead)));
            each.put("mean_mae", plain(result.mean().mean(ahead)));
            horizon.add(each);
        }
        return horizon;
    }

    /** JSON knows no NaN. */
    private static @Nullable Double plain(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private Report report() {
        Report report = new Report(title(), facts())
                .note(verdict())
                .section("Error of an action")
                .note("Mean absolute error and root of the mean square, in the joints' own units, over the "
                        + carriedOut
                        + " actions that are carried out of a plan. The last action is that of the frame before; at an"
                        + " episode's beginning its first stands in.")
                .table(HEAD, rows())
                .section("How it grows over a plan")
                .note("Mean absolute error by how far ahead an action is planned, over all joints and each.");
        List<Chart> growing = new ArrayList<>();
        growing.add(growing("all joints", PlanErrors::mean));
        for (int joint = 0; joint < result.joints().size(); joint++) {
            int of = joint;
            growing.add(growing(result.joints().get(joint), (errors, ahead) -> errors.mean(ahead, of)));
        }
        report.charts(growing)
                .section("Episode " + result.example().episode())
                .note("What was done, and what was planned from what was observed every " + result.every() + " frames.")
                .charts(IntStream.range(0, result.joints().size())
                        .mapToObj(this::followed)
                        .toList());
        return report.section("By episode").table(List.of("episode", "frames", "mean absolute error"), episodes());
    }

    private List<List<String>> episodes() {
        return result.episodes().stream()
                .map(episode -> List.of(
                        Integer.toString(episode.index()), Integer.toString(episode.frames()), number(episode.error())))
                .toList();
    }

    /** An error so far ahead. */
    private interface Ahead {
        double of(PlanErrors errors, int ahead);
    }

    private Chart growing(String title, Ahead error) {
        return new Chart(
                title,
                "s",
                true,
                List.of(
                        line("policy", Line.Look.FIRST, model.chunkSize(), i -> error.of(result.policy(), i)),
                        line(
                                "hold the last action",
                                Line.Look.SECOND,
                                model.chunkSize(),
                                i -> error.of(result.hold(), i)),
                        line("mean action", Line.Look.THIRD, model.chunkSize(), i -> error.of(result.mean(), i))));
    }

    private Chart followed(int joint) {
        List<List<Double>> done = result.example().done();
        List<List<Double>> planned = result.example().planned();
        return new Chart(
                result.joints().get(joint),
                "s",
                false,
                List.of(
                        line("done", Line.Look.FIRST, done.size(), i -> done.get(i)
                                .get(joint)),
                        line("planned", Line.Look.SECOND, planned.size(), i -> planned.get(i)
                                .get(joint))));
    }

    private Line line(String name, Line.Look look, int count, IntToDoubleFunction value) {
        return new Line(
                name,
                look,
                IntStream.range(0, count).mapToObj(i -> i / result.fps()).toList(),
                IntStream.range(0, count).mapToObj(value::applyAsDouble).toList());
    }
}
