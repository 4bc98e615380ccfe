/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.sim.SimServer;
import dev.tendon.sim.SimulatedArm;
import dev.tendon.sim.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs set-ups of a teleoperation, one at a time, and takes the wire's floor from the simulator. Thread: its creator's. */
final class TeleopRun {
    private static final String ADDRESS = "sim:?timing=wire";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int CAMERA_FPS = 30;

    private final Rig rig;
    private final Simulator simulator;
    private final Optional<Viewing> viewing;
    private final Clock clock;

    /** Opens views of sessions, and looks at them. */
    @FunctionalInterface
    interface Viewing {
        View of(Session session, double fps);
    }

    /** Somebody who looks, until it is closed. */
    interface View extends AutoCloseable {
        @Override
        void close();
    }

    TeleopRun(Rig rig, Simulator simulator, Optional<Viewing> viewing, Clock clock) {
        this.rig = rig;
        this.simulator = simulator;
        this.viewing = viewing;
        this.clock = clock;
    }

    TeleopFigures.Part run(TeleopSetUp setUp, TeleopOptions options, Duration length)
            throws DeviceException, InterruptedException {
        if (!setUp.pty()) {
            List<SimulatedArm> before = simulator.arms();
            return run(setUp, options, length, ADDRESS, ADDRESS, () -> opened(before));
        }
        try (SimServer follower = simulator.serve(ADDRESS, false, Optional.empty(), clock);
                SimServer leader = simulator.serve(ADDRESS, true, Optional.empty(), clock)) {
            List<SimulatedArm> arms = List.of(follower.arm(), leader.arm());
            return run(setUp, options, length, follower.device(), leader.device(), () -> arms);
        }
    }

    private List<SimulatedArm> opened(List<SimulatedArm> before) {
        List<SimulatedArm> arms = new ArrayList<>(simulator.arms());
        arms.removeAll(before);
        return arms;
    }

    /** The two arms, once the session has opened them. */
    @FunctionalInterface
    private interface Arms {
        List<SimulatedArm> get();
    }

    @SuppressWarnings("try") // the view looks until it is closed
    private TeleopFigures.Part run(
            TeleopSetUp setUp, TeleopOptions options, Duration length, String robotPort, String leaderPort, Arms arms)
            throws DeviceException, InterruptedException {
        Map<String, Object> robot = new LinkedHashMap<>();
        robot.put("port", robotPort);
        if (setUp.watched()) {
            robot.put("cameras", Map.of("top", camera(), "wrist", camera()));
        }
        Drive drive = new Drive.ByTeleoperator(new Chosen<>(options.teleop(), Map.of("port", leaderPort)));
        long ticks = Math.round(setUp.fps() * length.toNanos() / 1e9);
        LoopSettings loop = new LoopSettings(setUp.fps(), LoopSettings.DEFAULT_WATCHDOG, false, Optional.of(length))
                .measuringAllocation((int) (ticks / 4));
        try (Session session = rig.open(options.robot(), robot, drive, loop);
                View view = view(setUp, session);
                BareLoop.Beside bare = new BareLoop(clock, setUp.fps()).beside()) {
            FutureTask<SessionReport> run = new FutureTask<>(session::run);
            List<SimulatedArm> wires = arms.get();
            new Thread(run, "tendon-bench-session").start();
            WirePerTick wire = new WirePerTick(session, wires, clock);
            wire.watch(ticks / 8, run);
            SessionReport report = run.get();
            return new TeleopFigures.Part(setUp, wire.askedUs(), wire.allUs(), report, bare.stop());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The session failed", e.getCause());
        }
    }

    private static Map<String, Object> camera() {
        return Map.of("type", "sim", "width", WIDTH, "height", HEIGHT, "fps", CAMERA_FPS);
    }

    private View view(TeleopSetUp setUp, Session session) {
        return setUp.watched() && viewing.isPresent() ? viewing.get().of(session, setUp.fps()) : () -> {};
    }
}
