/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.frame.Image;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.HasTrainedRange;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.checkpoint.ValueRange;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.Precision;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ACT on a robot. Owner thread: the worker's. */
final class ActPolicy implements Policy, HasTrainedRange {
    private static final float LEVELS = 255;

    private final ActShape shape;
    private final RobotFit fit;
    private final int actionSteps;
    private final Optional<TemporalEnsembler> ensembler;
    private final Optional<ValueRange> usualActions;
    private final InferenceEngine engine;
    private final ProgramRequest request;
    private final float[] prediction;
    private final float[] action;
    private @Nullable Program program;

    ActPolicy(
            ActShape shape,
            RobotFit fit,
            int actionSteps,
            Optional<TemporalEnsembler> ensembler,
            Optional<ValueRange> usualActions,
            InferenceEngine engine,
            ProgramRequest request) {
        this.shape = shape;
        this.fit = fit;
        this.actionSteps = actionSteps;
        this.ensembler = ensembler;
        this.usualActions = usualActions;
        this.engine = engine;
        this.request = request;
        action = new float[shape.ports().action()];
        prediction = new float[shape.chunk() * action.length];
    }

    @Override
    public int observationSteps() {
        return 1;
    }

    /** With ensembling the first action alone: every tick wants a prediction of its own. */
    @Override
    public int chunkSize() {
        return ensembler.isPresent() ? 1 : shape.chunk();
    }

    @Override
    public int actionSteps() {
        return actionSteps;
    }

    @Override
    public void trainedRange(FrameWriter low, FrameWriter high) {
        for (int slot = 0; slot < action.length; slot++) {
            int element = slot;
            low.value(
                    slot, usualActions.map(usual -> (double) usual.low(element)).orElse(Double.NaN));
            high.value(
                    slot,
                    usualActions.map(usual -> (double) usual.high(element)).orElse(Double.NaN));
        }
    }

    /** Integers are not warmed up: the first run decides their ranges, and it is to see the robot. */
    @Override
    public void warmUp() {
        Program ready = program();
        if (request.precision() == Precision.FLOAT32) {
            ready.run();
        }
    }

    private Program program() {
        Program ready = program;
        if (ready == null) {
            try {
                ready = engine.prepare(request);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            } catch (NetworkException e) {
                IOException unfit = new IOException(
                        "The checkpoint's weights do not fit its config.json: " + e.getMessage() + ". Copy it again",
                        e);
                throw new UncheckedIOException(unfit.getMessage(), unfit);
            }
            program = ready;
        }
        return ready;
    }

    @Override
    public void reset() {
        ensembler.ifPresent(TemporalEnsembler::reset);
    }

    @Override
    public void plan(Observations seen, ActionChunk out) {
        Program ready = program();
        if (!observe(seen.step(seen.steps() - 1), ready)) {
            return; // nothing to decide by: the last goal is held
        }
        ready.run();
        ready.floats(ActModel.ACTION).get(prediction);
        if (ensembler.isPresent()) {
            ensembler.get().update(prediction, action);
            write(action, 0, out);
        } else {
            for (int i = 0; i < shape.chunk(); i++) {
                write(prediction, i * action.length, out);
            }
        }
    }

    private void write(float[] actions, int from, ActionChunk out) {
        FrameWriter next = out.next();
        for (int slot = 0; slot < action.length; slot++) {
            next.value(slot, actions[from + slot]);
        }
    }

    /** Fills the program's inputs; false where the observation lacks something. */
    private boolean observe(Frame frame, Program ready) {
        if (shape.ports().state() > 0) {
            FloatBuffer state = ready.floats(ActModel.STATE);
            for (int slot = 0; slot < shape.ports().state(); slot++) {
                double value = frame.value(slot);
                if (!Double.isFinite(value)) {
                    return false;
                }
                state.put(slot, (float) value);
            }
        }
        for (RobotFit.Picture picture : fit.pictures()) {
            Image image = frame.image(picture.slot());
            if (image == null) {
                return false;
            }
            planes(image, ready.floats(picture.name()));
        }
        return true;
    }

    /** Pixels of three bytes to three planes of numbers from 0 to 1. */
    private static void planes(Image image, FloatBuffer target) {
        ByteBuffer pixels = image.pixels();
        int channels = image.channels();
        int plane = image.width() * image.height();
        for (int pixel = 0; pixel < plane; pixel++) {
            for (int channel = 0; channel < channels; channel++) {
                target.put(channel * plane + pixel, (pixels.get(pixel * channels + channel) & 0xff) / LEVELS);
            }
        }
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
