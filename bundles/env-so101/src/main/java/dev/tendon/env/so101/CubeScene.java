/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.sim.scene.Motion;
import dev.tendon.sim.scene.Scene;
import dev.tendon.sim.scene.SceneView;
import java.util.List;

/** A table with a cube and a disc; the cube is to lie on the disc. Thread: any; one lock about the world, never held while drawing. */
final class CubeScene implements Scene {
    static final String NAME = "cube";
    static final String TASK = "Put the cube on the disc";

    /** Half the edge and a bit: a cube that lies flat. */
    private static final double LYING = CubeWorld.HALF + 0.003;
    /** How far the reward looks. */
    private static final double FAR = 0.30;

    private static final double STILL = 0.03;
    private static final double ON_THE_WAY = 0.9;

    private final ArmModel model;
    private final Demonstrator demonstrator;
    private final CubeWorld world = new CubeWorld();
    private Layout layout = Layout.of(0);
    private Transform[] links;
    private double[] pose = new double[JOINTS];

    CubeScene(ArmModel model) {
        this.model = model;
        demonstrator = new Demonstrator(model);
        links = model.links(pose);
        reset(0);
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public synchronized void reset(long seed) {
        layout = Layout.of(seed);
        world.lay(layout.cubeX(), layout.cubeY(), layout.cubeYaw());
    }

    @Override
    public synchronized void advance(double[] to, double seconds) {
        pose = to.clone();
        links = model.links(pose);
        world.advance(links, model.angle(ArmModel.GRIPPER, pose[ArmModel.GRIPPER]), seconds);
    }

    @Override
    public synchronized double gripperStop() {
        return model.fromMiddle(ArmModel.GRIPPER, world.jawStop());
    }

    @Override
    public synchronized double reward() {
        return success() ? 1 : ON_THE_WAY * Math.max(0, 1 - distance() / FAR);
    }

    @Override
    public synchronized boolean success() {
        return distance() < Layout.DISC && world.cube().shift(2) < LYING && !world.touched() && world.speed() < STILL;
    }

    /** For tests and messages. */
    synchronized String where() {
        Transform c = world.cube();
        return String.format(
                java.util.Locale.ROOT,
                "%.3f %.3f %.3f touched %s",
                c.shift(0),
                c.shift(1),
                c.shift(2),
                world.touched());
    }

    private double distance() {
        Transform cube = world.cube();
        return Math.hypot(cube.shift(0) - layout.discX(), cube.shift(1) - layout.discY());
    }

    @Override
    public List<String> views() {
        return Sight.ALL;
    }

    @Override
    public SceneView view(String view, int width, int height) {
        if (!Sight.ALL.contains(view)) {
            throw new IllegalArgumentException(
                    "There is no view \"" + view + "\" of this scene; there are " + Sight.ALL);
        }
        return new Sight(view, width, height, this::now);
    }

    private synchronized Moment now() {
        return new Moment(links, world.cube(), layout);
    }

    @Override
    public synchronized Motion demonstration(double[] from) {
        return demonstrator.pickAndPlace(from, world.cube(), layout);
    }

    @Override
    public Motion home(double[] from) {
        return demonstrator.home(from);
    }
}
