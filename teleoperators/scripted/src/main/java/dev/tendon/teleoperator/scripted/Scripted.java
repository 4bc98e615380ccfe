/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.scripted;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.FollowsEpisodes;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.sim.SimulatedArm;
import dev.tendon.sim.Simulator;
import dev.tendon.sim.scene.Motion;
import dev.tendon.sim.scene.PoseUnits;
import dev.tendon.sim.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Demonstrates the task of the scene around an arm. Thread: the control thread only, but {@link #connect}.
 *
 * <p>It waits in the pose where demonstrations begin; an episode begins: it does the task; the episode is over: it goes back there,
 * and once it is there the scene is laid out anew.
 */
final class Scripted implements Teleoperator, FollowsEpisodes {
    private static final Logger LOG = LoggerFactory.getLogger(Scripted.class);
    private static final double NS_PER_S = 1e9;
    /** After the arm came home: the servos come some 100 ms after what is wanted of them. */
    private static final double SETTLE_S = 0.3;

    private final ScriptedConfig config;
    private final DeviceContext context;
    private final Simulator simulator;
    private final Features features;
    private final double[] pose = new double[Scene.JOINTS];
    private @Nullable PoseUnits units;
    private @Nullable Scene scene;
    private @Nullable Motion motion;
    private long sinceNs;
    private long seed;
    private boolean followed;
    private boolean demonstrates;
    private boolean laidOut;

    Scripted(ScriptedConfig config, DeviceContext context, Simulator simulator) {
        this.config = config;
        this.context = context;
        this.simulator = simulator;
        features = PoseUnits.features(config.useDegrees());
        seed = config.seed();
    }

    @Override
    public Features actionFeatures() {
        return features;
    }

    @Override
    public void connect() throws DeviceException {
        if (scene != null) {
            return;
        }
        SimulatedArm arm = simulator.arms().stream()
                .filter(open ->
                        open.kind().equals("follower") && name(open.port()).equals(name(config.port())))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new DeviceException(context.label() + ": no simulated follower is open as "
                        + config.port() + ". Give the script the robot's port: --teleop.port=PORT"));
        Scene around = arm.scene()
                .orElseThrow(() -> new DeviceException(context.label() + ": there is no scene around the arm that is "
                        + "open as " + arm.port() + ". Give it one: --robot.port=" + arm.port() + "?scene=cube"));
        double[] low = new double[Scene.JOINTS];
        double[] high = new double[Scene.JOINTS];
        arm.reach(low, high);
        units = new PoseUnits(low, high, config.useDegrees());
        arm.pose(pose);
        scene = around;
        around.reset(seed);
        laidOut = true;
    }

    private static String name(String port) {
        int query = port.indexOf('?');
        return query < 0 ? port : port.substring(0, query);
    }

    @Override
    public Input read(FrameWriter out) {
        Scene around = scene();
        PoseUnits written = units;
        if (written == null) {
            throw new IllegalStateException(context.label() + " is not connected");
        }
        long now = context.clock().nanoTime();
        Motion playing = motion;
        if (playing == null) {
            playing = begin(around.home(pose));
        }
        double seconds = (now - sinceNs) / NS_PER_S;
        playing.at(seconds, pose);
        if (seconds > playing.lengthS() + SETTLE_S) {
            over(around);
        }
        written.write(pose, out);
        out.timestampNs(now);
        return Input.ACTION;
    }

    private Motion begin(Motion next) {
        motion = next;
        sinceNs = context.clock().nanoTime();
        return next;
    }

    private void over(Scene around) {
        if (!demonstrates && !laidOut) {
            layOut(around);
        }
        if (config.repeat() && !followed) {
            if (demonstrates) {
                demonstrates = false;
                laidOut = false;
                begin(around.home(pose));
            } else {
                demonstrate(around);
            }
        }
    }

    private void layOut(Scene around) {
        around.reset(++seed);
        laidOut = true;
    }

    private void demonstrate(Scene around) {
        begin(around.demonstration(pose));
        demonstrates = true;
    }

    @Override
    public void episodeBegan() {
        Scene around = scene();
        followed = true;
        if (!laidOut) { // the reset phase was short
            layOut(around);
        }
        demonstrate(around);
    }

    @Override
    public void episodeEnded() {
        Scene around = scene();
        if (demonstrates) {
            LOG.debug("Layout {}: {}", seed, around.success() ? "done" : "not done");
        }
        demonstrates = false;
        laidOut = false;
        begin(around.home(pose));
    }

    private Scene scene() {
        Scene around = scene;
        if (around == null) {
            throw new IllegalStateException(context.label() + " is not connected");
        }
        return around;
    }

    @Override
    public void close() {
        scene = null;
    }
}
