/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a network: owns all that it allocates. A result is freed after its last use, as Python's interpreter does it; PyTorch itself
 * keeps what it needs for gradients. Owner thread: its program's.
 */
final class Run implements AutoCloseable {
    private final PtNDManager manager;
    private final Lifetimes lifetimes;
    private final boolean gradientsBefore = JniUtils.isGradMode();
    private final List<PtNDArray> results = new ArrayList<>();

    /**
     * @param parent outlives the run
     * @param lifetimes of the same network in the same mode
     * @param gradients whether PyTorch notes what it needs for them
     */
    Run(PtNDManager parent, Lifetimes lifetimes, boolean gradients) {
        this.manager = parent.newSubManager(parent.getDevice());
        this.lifetimes = lifetimes;
        JniUtils.setGradMode(gradients);
        JniUtils.setGraphExecutorOptimize(
                false); // of this thread; scripts here are a line each, there is nothing to win
    }

    /** Where arrays of this run are allocated. */
    PtNDManager manager() {
        return manager;
    }

    /** {@code array}, which an operation made of {@code used}, as a value of this run. */
    Value result(PtNDArray array, Shape shape, ElementKind kind, String operation, Value... used) {
        if (!array.getManager().equals(manager)) {
            array.attach(manager);
        }
        int id = results.size();
        results.add(array);
        if (lifetimes.known()) {
            for (int ended : lifetimes.ending(id)) {
                if (ended != id) {
                    results.get(ended).close();
                }
            }
        } else {
            lifetimes.used(id, id);
            for (Value value : used) {
                if (value.id() != Value.KEPT) {
                    lifetimes.used(value.id(), id);
                }
            }
        }
        return new Value(id, array, shape, kind, "result of " + operation);
    }

    /** Ends the recording of lifetimes, if this was the first run; {@code outputs} are read after it. */
    void complete(Iterable<Value> outputs) {
        if (!lifetimes.known()) {
            for (Value output : outputs) {
                if (output.id() != Value.KEPT) {
                    lifetimes.kept(output.id());
                }
            }
            lifetimes.close();
        }
    }

    @Override
    public void close() {
        JniUtils.setGradMode(gradientsBefore);
        manager.close();
    }
}
