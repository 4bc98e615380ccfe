/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training;

import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.training.metrics.MetricsFiles;
import dev.tendon.training.metrics.RunMetrics;
import dev.tendon.training.run.RunInfo;
import dev.tendon.training.run.RunListener;
import dev.tendon.training.run.RunResult;
import dev.tendon.training.run.StepFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a run, and keeps its figures. Owner thread: the run's. */
final class Progress implements RunListener, AutoCloseable {
    private static final double NS_PER_S = 1e9;

    /** Weight of the newest step in the time that is left. */
    private static final double NEWEST = 0.05;

    private final Console console;
    private final Live live;
    private final InstantSource timeOfDay;
    private final Map<String, Object> json = new LinkedHashMap<>();
    private @Nullable RunInfo info;
    private @Nullable RunMetrics metrics;
    private double secondsAStep;

    Progress(Console console, Live live, InstantSource timeOfDay) {
        this.console = console;
        this.live = live;
        this.timeOfDay = timeOfDay;
    }

    /** Says what is about to be trained. */
    RunListener begin(RunInfo run) {
        info = run;
        console.err(String.format(
                Locale.ROOT,
                "training %s on %s: %,d of %,d numbers are learnt, from %,d frames of %d episodes%s",
                run.policy(),
                run.device(),
                run.learnable(),
                run.parameters(),
                run.frames(),
                run.episodes(),
                run.heldOut() > 0 ? String.format(Locale.ROOT, "; %,d frames are held out", run.heldOut()) : ""));
        console.err((run.resumed().isPresent()
                        ? "going on from step " + run.resumed().getAsLong() + " in "
                        : "into ")
                + run.folder());
        return this;
    }

    @Override
    public void step(StepFigures figures) {
        double seconds = figures.stepNs() / NS_PER_S;
        secondsAStep = secondsAStep == 0 ? seconds : secondsAStep + NEWEST * (seconds - secondsAStep);
        long steps = running().steps();
        String left = duration((steps - figures.step()) * secondsAStep);
        String line =
                String.format(Locale.ROOT, "step %d/%d  %s  %s left", figures.step(), steps, figures(figures), left);
        live.show(List.of(bar(figures.step(), steps, left), figures(figures)), line);
        json.put("loss", figures.losses().get("loss"));
    }

    private static String figures(StepFigures figures) {
        StringBuilder text = new StringBuilder();
        figures.losses().forEach((name, value) -> text.append(name.replace("_loss", ""))
                .append(String.format(Locale.ROOT, " %.4g  ", value)));
        text.append(String.format(
                Locale.ROOT,
                "grad %.3g  lr %.2g  update %.3f s  data %.3f s",
                figures.gradientNorm(),
                figures.rate(),
                (figures.stepNs() - figures.waitNs()) / NS_PER_S,
                figures.waitNs() / NS_PER_S));
        return text.toString();
    }

    private String bar(long step, long steps, String left) {
        String end = String.format(Locale.ROOT, " %d/%d  %s left", step, steps, left);
        int width = Math.max(1, Math.min(40, console.width() - end.length() - 4));
        int done = (int) (width * step / steps);
        return "[" + "#".repeat(done) + ".".repeat(width - done) + "]" + end;
    }

    /** The larger units only: {@code 2 h 05 min}. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 100) {
            return s + " s";
        }
        long minutes = (s + 30) / 60;
        return minutes < 100
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    @Override
    public void means(long step, double epochs, Map<String, Double> means) throws IOException {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "step %d  epoch %.2f", step, epochs));
        means.forEach((name, value) -> line.append(String.format(Locale.ROOT, "  %s %.4g", name, value)));
        console.err(line.toString());
        Map<String, Double> kept = new LinkedHashMap<>();
        means.forEach((name, value) -> kept.put("train/" + name, value));
        kept.put("train/epochs", epochs);
        keep(step, kept);
        json.putAll(means);
    }

    @Override
    public void heldOut(long step, double loss) throws IOException {
        console.err(String.format(Locale.ROOT, "step %d  held-out loss %.4g", step, loss));
        keep(step, Map.of("eval/loss", loss));
        json.put("held_out_loss", loss);
    }

    private void keep(long step, Map<String, Double> values) throws IOException {
        if (metrics == null) {
            metrics = MetricsFiles.open(running().folder(), running().resumed().orElse(0), timeOfDay);
        }
        metrics.write(step, values);
    }

    @Override
    public void saving(long step) throws IOException {
        if (metrics != null) {
            metrics.sync();
        }
    }

    @Override
    public void saved(long step, Path folder) {
        console.err("step " + step + "  saved " + folder);
    }

    /** Says what came of it. */
    void tell(RunResult result) {
        RunInfo run = result.info();
        console.out(String.format(
                Locale.ROOT,
                "%s %d of %d steps: %s",
                result.interrupted() ? "stopped after" : "done",
                result.step(),
                run.steps(),
                result.checkpoint().map(Path::toString).orElse("no checkpoint was saved")));
        if (result.interrupted() && result.checkpoint().isPresent()) {
            console.out("go on with --resume=true --config_path="
                    + run.folder().resolve("checkpoints/last/pretrained_model/train_config.json"));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("policy", run.policy());
        all.put("device", run.device());
        all.put("output_dir", run.folder().toString());
        all.put("episodes", run.episodes());
        all.put("frames", run.frames());
        all.put("held_out_frames", run.heldOut());
        all.put("learnable_parameters", run.learnable());
        all.put("parameters", run.parameters());
        all.put("steps", run.steps());
        all.put("step", result.step());
        all.put("ending", result.interrupted() ? "interrupted" : "finished");
        all.put("checkpoint", result.checkpoint().map(Path::toString).orElse(null));
        all.putAll(json);
        console.json(all);
    }

    private RunInfo running() {
        if (info == null) {
            throw new IllegalStateException("The run has not begun");
        }
        return info;
    }

    @Override
    public void close() throws IOException {
        if (metrics != null) {
            metrics.close();
        }
    }
}
