/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.checkpoint.CheckpointFile;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps of a run. Owner thread: one. */
final class TrainingRun {
    /** How a run ended. */
    record Outcome(long step, boolean interrupted, Optional<Path> checkpoint) {}

    private final RunSettings settings;
    private final Learner learner;
    private final Feed feed;
    private final Optional<HeldOut> heldOut;
    private final Checkpoints checkpoints;
    private final Function<List<Tensor>, List<CheckpointFile>> modelFiles;
    private final long epochItems;
    private final RunListener listener;
    private final Clock clock;
    private final BooleanSupplier stop;
    private final Averages averages = new Averages();
    private long step;
    private @Nullable Path saved;

    /**
     * Ready to go on.
     *
     * @param step steps that are done
     * @param modelFiles makes the files of {@code pretrained_model} of the weights
     * @param epochItems items in an epoch
     * @param stop whether it is to end after this step
     */
    TrainingRun(
            RunSettings settings,
            long step,
            Learner learner,
            Feed feed,
            Optional<HeldOut> heldOut,
            Checkpoints checkpoints,
            Function<List<Tensor>, List<CheckpointFile>> modelFiles,
            long epochItems,
            RunListener listener,
            Clock clock,
            BooleanSupplier stop) {
        this.settings = settings;
        this.step = step;
        this.learner = learner;
        this.feed = feed;
        this.heldOut = heldOut;
        this.checkpoints = checkpoints;
        this.modelFiles = modelFiles;
        this.epochItems = epochItems;
        this.listener = listener;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Goes on to the last step, or until it is to stop, and then saves.
     *
     * @throws IOException where data cannot be read or a checkpoint cannot be written
     * @throws ConfigException where the loss is no number any more
     */
    Outcome run() throws IOException {
        long first = step;
        try {
            while (step < settings.steps() && !stop.getAsBoolean()) {
                step();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a run's own thread", e);
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().contains(checkpoints.whole())
                    ? e
                    : new IOException(e.getMessage() + ". " + checkpoints.whole(), e);
        }
        boolean interrupted = step < settings.steps();
        if (interrupted && settings.saves() && step > first) {
            save();
        }
        return new Outcome(step, interrupted, Optional.ofNullable(saved));
    }

    private void step() throws IOException, InterruptedException {
        long startNs = clock.nanoTime();
        Map<String, ByteBuffer> inputs = feed.next();
        if (inputs == null) {
            throw new IllegalStateException("The data ended, which it does not");
        }
        StepFigures figures = learner.learn(step, startNs, inputs);
        double loss = figures.losses().get(TrainingModel.LOSS);
        if (!Double.isFinite(loss) || !Double.isFinite(figures.gradientNorm())) {
            throw new ConfigException("The loss is " + loss + " and the gradients' norm " + figures.gradientNorm()
                    + " after step " + (step + 1) + ": nothing is learnt any more. Lower the learning rate"
                    + " (--policy.optimizer_lr), and look at the data (tendon dataset validate). "
                    + checkpoints.whole());
        }
        step++;
        count(figures);
        listener.step(figures);
        if (settings.logs(step)) {
            Map<String, Double> means = averages.take();
            means.put("samples_per_s", settings.batch() / means.get("step_s"));
            listener.means(step, (double) step * settings.batch() / epochItems, means);
        }
        if (settings.evaluates(step) && heldOut.isPresent()) {
            double heldOutLoss = heldOut.get().loss(learner, stop);
            if (!stop.getAsBoolean()) {
                listener.heldOut(step, heldOutLoss);
            }
        }
        if (settings.saves(step)) {
            save();
        }
    }

    private void count(StepFigures figures) {
        figures.losses().forEach(averages::add);
        averages.add("grad_norm", figures.gradientNorm());
        averages.add("lr", figures.rate());
        averages.add("dataloading_s", figures.waitNs() / 1e9);
        averages.add("update_s", (figures.stepNs() - figures.waitNs()) / 1e9);
        averages.add("step_s", figures.stepNs() / 1e9);
    }

    private void save() throws IOException {
        Path before = checkpoints.latest();
        if (before != null && before.getFileName().toString().equals(Checkpoints.name(step, settings.steps()))) {
            return; // saved a moment ago
        }
        listener.saving(step);
        Path folder = checkpoints.save(
                step, modelFiles.apply(learner.weights()), learner.state(step, settings.batch(), settings.seed()));
        saved = folder;
        listener.saved(step, folder);
    }
}
