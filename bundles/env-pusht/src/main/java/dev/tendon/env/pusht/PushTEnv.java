/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import dev.tendon.api.env.Env;
import dev.tendon.api.env.Renders;
import dev.tendon.api.env.Step;
import dev.tendon.api.feature.Dtype;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** PushT by gym-pusht's rules (5e2489b, {@code envs/pusht.py}: the code, where its docs say otherwise). Owner: one thread. */
final class PushTEnv implements Env, Renders {
    static final String STATE = "observation.state";
    static final String PICTURE = "observation.image";

    private static final int STEPS = 10;
    private static final double SUCCESS = 0.95;
    private static final double SIDE = 512;
    private static final int PICTURES = 32;
    /** As lerobot/pusht names them. */
    private static final List<String> MOTORS = List.of("motor_0", "motor_1");

    private final PushTConfig config;
    private final Features observation;
    private final Features action = Features.of(List.of(Feature.vector("action", MOTORS, Units.NONE)));
    private final Painter observed;
    private final Painter shown;
    private final ImagePool pool;
    private Board board = start(0);
    private int steps;

    PushTEnv(PushTConfig config) {
        this.config = config;
        observation = Features.of(features());
        observed = new Painter(config.observationWidth(), config.observationHeight());
        shown = new Painter(config.visualizationWidth(), config.visualizationHeight());
        pool = newPool(pictures() ? PICTURES : 1);
    }

    private ImagePool newPool(int pictures) {
        return new ImagePool(config.observationWidth(), config.observationHeight(), 3, pictures);
    }

    private boolean pictures() {
        return config.obsType() == ObsType.PIXELS || config.obsType() == ObsType.PIXELS_AGENT_POS;
    }

    private List<Feature> features() {
        Feature picture = Feature.image(PICTURE, config.observationHeight(), config.observationWidth(), 3);
        Feature agent = Feature.vector(STATE, MOTORS, Units.NONE);
        return switch (config.obsType()) {
            case PIXELS_AGENT_POS -> List.of(agent, picture);
            case PIXELS -> List.of(picture);
            case STATE -> List.of(Feature.vector(
                    STATE, List.of("agent_x", "agent_y", "block_x", "block_y", "block_angle"), Units.NONE));
            case ENVIRONMENT_STATE_AGENT_POS -> List.of(
                    Feature.of("observation.environment_state", Dtype.FLOAT32, List.of(16), List.of(), Units.NONE),
                    agent);
        };
    }

    @Override
    public Features observationFeatures() {
        return observation;
    }

    @Override
    public Features actionFeatures() {
        return action;
    }

    @Override
    public double fps() {
        return config.fps();
    }

    @Override
    public int episodeSteps() {
        return config.episodeLength();
    }

    @Override
    public String task() {
        return "Push the T-shaped block onto the T-shaped target.";
    }

    /**
     * gym-pusht's start for a seed: four whole numbers and an angle from NumPy's generator; the T is set down upright and then turned
     * about its centre of mass.
     */
    static Board start(long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        double agentX = random.randint(50, 450);
        double agentY = random.randint(50, 450);
        double x = random.randint(100, 400);
        double y = random.randint(100, 400);
        double angle = random.randn() * 2 * Math.PI - Math.PI;
        return new Board(agentX, agentY, turned(x, y, angle));
    }

    static Pose turned(double x, double y, double angle) {
        Pose about = new Pose(x, y + Tee.CENTRE_Y, angle);
        return new Pose(about.x(0, -Tee.CENTRE_Y), about.y(0, -Tee.CENTRE_Y), angle);
    }

    @Override
    public void reset(long seed, FrameWriter out) {
        board = start(seed);
        steps = 0;
        observe(out);
    }

    @Override
    public Step step(Frame wanted, FrameWriter out) {
        double x = Math.max(0, Math.min(SIDE, wanted.value(0)));
        double y = Math.max(0, Math.min(SIDE, wanted.value(1)));
        for (int i = 0; i < STEPS; i++) {
            board.step(x, y);
        }
        steps++;
        observe(out);
        double coverage = Tee.coverage(board.tee());
        boolean success = coverage > SUCCESS;
        double reward = Math.max(0, Math.min(1, coverage / SUCCESS));
        return new Step(reward, success, success, !success && steps >= config.episodeLength());
    }

    private void observe(FrameWriter out) {
        List<Double> values = new ArrayList<>();
        Pose tee = board.tee();
        switch (config.obsType()) {
            case PIXELS -> {}
            case PIXELS_AGENT_POS -> agent(values);
            case STATE -> {
                agent(values);
                double full = 2 * Math.PI;
                values.addAll(List.of(tee.x(), tee.y(), (tee.angle() % full + full) % full));
            }
            case ENVIRONMENT_STATE_AGENT_POS -> {
                for (int box = 0; box < Tee.BOXES.length; box++) {
                    for (double[] corner : Tee.box(box, tee)) {
                        values.add(corner[0]);
                        values.add(corner[1]);
                    }
                }
                agent(values);
            }
        }
        for (int slot = 0; slot < values.size(); slot++) {
            out.value(slot, values.get(slot));
        }
        if (pictures()) {
            picture(out);
        }
    }

    private void agent(List<Double> values) {
        values.add(board.agentX());
        values.add(board.agentY());
    }

    private void picture(FrameWriter out) {
        Image image = pool.take();
        if (image == null) { // all are kept by others: one more, for the heap to take back
            image = Objects.requireNonNull(newPool(1).take());
        }
        observed.draw(board.agentX(), board.agentY(), board.tee(), image.pixels());
        image.stamp(Math.round(steps * 1e9 / config.fps()), steps);
        out.image(0, image);
        image.release();
    }

    @Override
    public int renderWidth() {
        return config.visualizationWidth();
    }

    @Override
    public int renderHeight() {
        return config.visualizationHeight();
    }

    @Override
    public void render(ByteBuffer rgb) {
        shown.draw(board.agentX(), board.agentY(), board.tee(), rgb);
    }

    @Override
    public void close() {
        // memory only
    }
}
