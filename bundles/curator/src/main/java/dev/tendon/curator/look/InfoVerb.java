/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.look;

import dev.tendon.curator.Words;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.tool.CameraSummary;
import dev.tendon.dataset.tool.Summary;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** {@code tendon dataset info}. */
@Component(service = Verb.class)
@VerbName("dataset info")
@VerbGroup("Datasets")
public final class InfoVerb implements Verb<InfoOptions> {
    @Override
    public int run(InfoOptions options, Console console) throws IOException {
        tell(options.dataset().open(options.folder()), console);
        return DONE;
    }

    /** Tells what the dataset in {@code root} is. */
    public static void tell(Path root, Console console) throws IOException {
        Summary summary = Summary.of(root);
        tell(summary, console);
        console.json(json(summary));
    }

    private static void tell(Summary of, Console console) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("folder", of.root().toAbsolutePath().normalize().toString()));
        facts.add(List.of("format", "LeRobotDataset " + of.info().codebaseVersion()));
        facts.add(List.of(
                "robot",
                of.info().robotType().isEmpty() ? "not told" : of.info().robotType()));
        facts.add(List.of("rate", Words.number(of.info().fps()) + " frames/s"));
        facts.add(List.of(
                "episodes",
                of.episodes()
                        + (of.episodes() == 0 ? "" : ", of " + of.shortest() + " to " + of.longest() + " frames")));
        facts.add(List.of("frames", of.frames() + ", " + Words.duration(of.durationS())));
        facts.add(List.of(
                "size",
                Words.bytes(of.dataBytes() + of.videoBytes() + of.metaBytes()) + ": data " + Words.bytes(of.dataBytes())
                        + ", video " + Words.bytes(of.videoBytes()) + ", meta " + Words.bytes(of.metaBytes())));
        Columns.of(facts).forEach(console::out);
        section("features", features(of), console);
        section("cameras", of.cameras().stream().map(InfoVerb::row).toList(), console);
        section(
                "tasks",
                of.tasks().stream()
                        .map(task -> List.of(
                                Long.toString(task.index()),
                                Words.count(task.episodes(), "episode"),
                                Words.count(task.frames(), "frame"),
                                task.text()))
                        .toList(),
                console);
        if (!of.findings().isEmpty()) {
            console.out("what is wrong, as far as meta tells");
            of.findings().forEach(finding -> console.out("  " + Words.line(finding)));
        }
    }

    private static void section(String name, List<List<String>> rows, Console console) {
        if (!rows.isEmpty()) {
            console.out(name);
            Columns.of(rows).forEach(line -> console.out("  " + line));
        }
    }

    private static List<List<String>> features(Summary of) {
        return of.info().features().values().stream()
                .map(feature -> List.of(feature.name(), feature.dtype(), shape(feature.shape()), names(feature)))
                .toList();
    }

    private static String shape(List<Integer> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    private static String names(DatasetFeature feature) {
        String names = feature.tabular() && feature.names().size() == feature.elements()
                ? String.join(" ", feature.names())
                : "";
        return names.length() <= 120 ? names : names.substring(0, 117) + "...";
    }

    private static List<String> row(CameraSummary camera) {
        String stored = camera.video()
                ? camera.codec().orElse("codec not told")
                        + camera.pixelFormat().map(format -> " " + format).orElse("")
                : "pictures in the data files";
        String files = camera.video()
                ? Words.count(camera.files(), "file") + ", " + Words.bytes(camera.bytes())
                        + (camera.missing() > 0 ? ", " + camera.missing() + " missing" : "")
                : "";
        return List.of(camera.name(), shape(camera.shape()), stored, files);
    }

    private static Map<String, Object> json(Summary of) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root", of.root().toString());
        json.put("codebase_version", of.info().codebaseVersion());
        json.put("robot_type", of.info().robotType());
        json.put("fps", of.info().fps());
        json.put("episodes", of.episodes());
        json.put("frames", of.frames());
        json.put("duration_s", of.durationS());
        json.put("shortest_episode_frames", of.shortest());
        json.put("longest_episode_frames", of.longest());
        json.put("data_bytes", of.dataBytes());
        json.put("video_bytes", of.videoBytes());
        json.put("meta_bytes", of.metaBytes());
        Map<String, Object> features = new LinkedHashMap<>();
        of.info().features().forEach((name, feature) -> features.put(name, json(feature)));
        json.put("features", features);
        json.put("cameras", of.cameras().stream().map(InfoVerb::json).toList());
        json.put("tasks", of.tasks().stream().map(InfoVerb::json).toList());
        json.put("findings", of.findings().stream().map(Words::json).toList());
        return json;
    }

    private static Map<String, Object> json(DatasetFeature feature) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dtype", feature.dtype());
        json.put("shape", feature.shape());
        json.put("names", feature.names());
        return json;
    }

    private static Map<String, Object> json(Summary.TaskSummary task) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task_index", task.index());
        json.put("task", task.text());
        json.put("episodes", task.episodes());
        json.put("frames", task.frames());
        return json;
    }

    private static Map<String, Object> json(CameraSummary camera) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", camera.name());
        json.put("video", camera.video());
        json.put("shape", camera.shape());
        json.put("codec", camera.codec().orElse(null));
        json.put("pix_fmt", camera.pixelFormat().orElse(null));
        json.put("files", camera.files());
        json.put("missing_files", camera.missing());
        json.put("bytes", camera.bytes());
        return json;
    }
}
