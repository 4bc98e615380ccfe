/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.internal.Stretches.Stretch;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** An optimizer whose rule changes each number for itself: one pass over the memory, block by block. Thread: its creator's. */
final class FusedOptimizer implements Optimizer {
    private final double defaultRate;
    private final double clipNorm;
    private final List<Group> groups;
    private final Lanes lanes;
    private final Stretches stretches;
    private final Block[] blocks;
    private final GradientNorm norm;
    private final StateFiles files;
    private final IntConsumer work = this::update;
    private float gradientFactor = 1;

    /**
     * An optimizer.
     *
     * @param clipNorm the largest norm of all gradients together; 0 or less for none
     */
    FusedOptimizer(double defaultRate, double clipNorm, List<Group> groups, Lanes lanes, StateFiles files) {
        this.defaultRate = defaultRate;
        this.clipNorm = clipNorm;
        this.groups = List.copyOf(groups);
        this.lanes = lanes;
        this.stretches = new Stretches(groups);
        this.blocks = new Block[lanes.count()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new Block();
        }
        this.norm = new GradientNorm(stretches, blocks, lanes);
        this.files = files;
    }

    @Override
    public double clip() {
        look();
        float total = norm.measure();
        // Not Math.min alone: what is not a number must stay so, as in PyTorch's clamp.
        gradientFactor = clipNorm > 0 ? Math.min((float) clipNorm / (total + 1e-6f), 1f) : 1f;
        return total;
    }

    private void look() {
        for (int i = 0; i < groups.size(); i++) {
            List<ParameterState> states = groups.get(i).states();
            for (int j = 0; j < states.size(); j++) {
                states.get(j).look();
            }
        }
    }

    @Override
    public void step() {
        look();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            int slots = group.rule().slots().size();
            for (int j = 0; j < group.states().size(); j++) {
                ParameterState state = group.states().get(j);
                if (state.gradient() != null) {
                    state.count(slots);
                }
            }
        }
        stretches.rewind();
        lanes.run(work);
        gradientFactor = 1;
    }

    private void update(int lane) {
        Block block = blocks[lane];
        for (int i = stretches.take(); i < stretches.size(); i = stretches.take()) {
            Stretch stretch = stretches.get(i);
            FloatBuffer gradient = stretch.state().gradient();
            if (gradient != null) {
                update(stretch, gradient, block);
            }
        }
    }

    private void update(Stretch stretch, FloatBuffer gradient, Block block) {
        ParameterState state = stretch.state();
        Group group = stretch.group();
        for (int from = stretch.from(); from < stretch.to(); from += Block.SIZE) {
            block.length = Math.min(Block.SIZE, stretch.to() - from);
            state.load(block, from, gradient);
            if (gradientFactor != 1) {
                Arithmetic.scale(block.gradient, gradientFactor, block.length);
            }
            group.rule().update(block, group.rate(), state.step());
            state.store(block, from);
        }
    }

    @Override
    public List<Double> rates() {
        return groups.stream().map(Group::rate).toList();
    }

    @Override
    public List<Double> initialRates() {
        return groups.stream().map(Group::initialRate).toList();
    }

    @Override
    public double defaultRate() {
        return defaultRate;
    }

    @Override
    public void scale(double factor) {
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).scale(factor);
        }
    }

    @Override
    public void save(Path folder) throws IOException {
        files.save(folder, groups);
    }

    @Override
    public void load(Path folder) throws IOException {
        files.load(folder, groups);
    }
}
