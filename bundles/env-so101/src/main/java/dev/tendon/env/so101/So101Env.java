/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.env.Env;
import dev.tendon.api.env.Renders;
import dev.tendon.api.env.Step;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.robot.Robot;
import dev.tendon.sim.SimulatedArm;
import dev.tendon.sim.Simulator;
import dev.tendon.sim.scene.Motion;
import dev.tendon.sim.scene.PoseUnits;
import dev.tendon.sim.scene.Scene;
import dev.tendon.sim.scene.SceneView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The scene as an environment: the robot's own driver on a simulated arm that is new in every episode, on a clock that moves when a step
 * is done. Owner: one thread.
 */
final class So101Env implements Env, Renders {
    private static final int RENDER_WIDTH = 320;
    private static final int RENDER_HEIGHT = 240;
    private static final int PICTURES = 32;
    private static final double SETTLE_S = 1.0;
    private static final AtomicLong OPENED = new AtomicLong();

    /** Makes the robot's driver. */
    @FunctionalInterface
    interface Driver {
        Robot on(String port, DeviceContext context);
    }

    private final So101EnvConfig config;
    private final Driver driver;
    private final Simulator simulator;
    private final Features observation;
    private final Features action;
    private final List<ImagePool> pools = new ArrayList<>();
    private @Nullable Episode episode;

    So101Env(So101EnvConfig config, Driver driver, Simulator simulator) {
        this.config = config;
        this.driver = driver;
        this.simulator = simulator;
        action = PoseUnits.features(config.useDegrees());
        List<Feature> pictures = new ArrayList<>();
        for (String camera : config.cameras()) {
            pictures.add(Feature.image(camera, config.observationHeight(), config.observationWidth(), 3));
            pools.add(newPool(PICTURES));
        }
        observation = action.plus(pictures);
    }

    private ImagePool newPool(int pictures) {
        return new ImagePool(config.observationWidth(), config.observationHeight(), 3, pictures);
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
        return config.episodeSteps();
    }

    @Override
    public String task() {
        return CubeScene.TASK;
    }

    @Override
    public void reset(long seed, FrameWriter out) {
        close();
        Episode next = new Episode();
        episode = next;
        try {
            next.begin(seed);
            next.observe(out);
        } catch (DeviceException e) {
            throw new IllegalStateException("The simulated arm failed: " + e.getMessage(), e);
        }
    }

    @Override
    public Step step(Frame wanted, FrameWriter out) {
        Episode running = episode;
        if (running == null) {
            throw new IllegalStateException("An episode begins with reset");
        }
        try {
            return running.step(wanted, out);
        } catch (DeviceException e) {
            throw new IllegalStateException("The simulated arm failed: " + e.getMessage(), e);
        }
    }

    @Override
    public int renderWidth() {
        return RENDER_WIDTH;
    }

    @Override
    public int renderHeight() {
        return RENDER_HEIGHT;
    }

    @Override
    public void render(ByteBuffer rgb) {
        Episode running = episode;
        if (running == null) {
            throw new IllegalStateException("An episode begins with reset");
        }
        running.shown().draw(rgb);
    }

    @Override
    public void close() {
        Episode running = episode;
        episode = null;
        if (running != null) {
            running.robot.close();
        }
    }

    /** One arm, from its opening to the next. */
    private final class Episode {
        private final EnvContext context = new EnvContext();
        private final String port =
                "sim:?scene=" + CubeScene.NAME + "&seed=" + OPENED.incrementAndGet() % Integer.MAX_VALUE;
        private final Robot robot = driver.on(port, context);
        private final FrameBuffer goal = new FrameBuffer(action.layout());
        private final FrameBuffer sent = new FrameBuffer(action.layout());
        private final List<SceneView> views = new ArrayList<>();
        private @Nullable SimulatedArm arm;
        private @Nullable Scene scene;
        private @Nullable SceneView shown;
        private int steps;

        void begin(long seed) throws DeviceException {
            robot.connect();
            SimulatedArm opened = simulator.arms().stream()
                    .filter(open -> open.port().equals(port))
                    .findFirst()
                    .orElseThrow(() -> new DeviceException("There is no arm on " + port));
            arm = opened;
            Scene around = opened.scene().orElseThrow(() -> new DeviceException("There is no scene on " + port));
            scene = around;
            for (String camera : config.cameras()) {
                views.add(around.view(camera, config.observationWidth(), config.observationHeight()));
            }
            goHome(opened, around);
            around.reset(seed);
            pass(); // the cube comes to rest
        }

        private void goHome(SimulatedArm opened, Scene around) throws DeviceException {
            double[] low = new double[Scene.JOINTS];
            double[] high = new double[Scene.JOINTS];
            opened.reach(low, high);
            PoseUnits units = new PoseUnits(low, high, config.useDegrees());
            double[] pose = new double[Scene.JOINTS];
            opened.pose(pose);
            Motion home = around.home(pose);
            for (int i = 1; i <= (home.lengthS() + SETTLE_S) * config.fps(); i++) {
                home.at((double) i / config.fps(), pose);
                units.write(pose, goal);
                robot.send(goal, sent);
                pass();
            }
        }

        private void pass() throws DeviceException {
            try {
                context.clock().sleepUntil(context.clock().nanoTime() + Math.round(1e9 / config.fps()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DeviceException("Interrupted between two steps");
            }
            robot.observe(sent); // the servos, and with them the scene, move when they are asked
        }

        Step step(Frame wanted, FrameWriter out) throws DeviceException {
            robot.send(wanted, sent);
            pass();
            observe(out);
            steps++;
            Scene around = around();
            boolean success = around.success();
            return new Step(around.reward(), success, success, !success && steps >= config.episodeSteps());
        }

        void observe(FrameWriter out) throws DeviceException {
            robot.observe(out);
            for (int i = 0; i < views.size(); i++) {
                Image image = pools.get(i).take();
                if (image == null) { // all are kept by others: one more, for the heap to take back
                    image = java.util.Objects.requireNonNull(newPool(1).take());
                }
                views.get(i).draw(image.pixels());
                image.stamp(context.clock().nanoTime(), steps);
                out.image(i, image);
                image.release();
            }
        }

        SceneView shown() {
            SceneView look = shown;
            if (look == null) {
                look = around().view(Sight.FRONT, RENDER_WIDTH, RENDER_HEIGHT);
                shown = look;
            }
            return look;
        }

        private Scene around() {
            Scene around = scene;
            if (around == null) {
                throw new IllegalStateException("The episode has not begun");
            }
            return around;
        }
    }

    /** For tests: the arm of this episode. */
    SimulatedArm arm() {
        Episode running = episode;
        if (running == null || running.arm == null) {
            throw new IllegalStateException("An episode begins with reset");
        }
        return running.arm;
    }

    /** For tests: the scene of this episode. */
    Scene scene() {
        Episode running = episode;
        if (running == null) {
            throw new IllegalStateException("An episode begins with reset");
        }
        return running.around();
    }
}
