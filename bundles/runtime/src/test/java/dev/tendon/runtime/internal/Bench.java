/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sessions over fakes, on simulated time unless a test asks for real time. */
final class Bench {
    final FakeTypes types = new FakeTypes();
    final World world = new World();
    final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    final Map<String, Chosen<CameraType<?>>> cameras = new LinkedHashMap<>();
    /** So long that a busy machine makes no difference; a test of hangs shortens them. */
    Limits limits = Limits.of(Duration.ofSeconds(5));

    final DefaultSessions sessions = new DefaultSessions(types, FakeTypes.CHOICES, r -> limits);
    int tapTicks;
    LoopSettings settings = new LoopSettings(100, Duration.ofMillis(60), true, Optional.empty());

    /** The usual robot, as bundle 1. */
    static Bench withRobot() {
        Bench bench = new Bench();
        bench.types.robot(1, context -> new FakeRobot(bench.world, context));
        return bench;
    }

    Session open(Drive drive) throws Exception {
        Chosen<RobotType<?>> robot = new Chosen<>("arm", Map.of("cameras", cameras));
        return sessions.open(
                new SessionRequest("test", robot, drive, settings, NoDialog.INSTANCE, events::add).tapped(tapTicks));
    }

    SessionReport run(Drive drive) throws Exception {
        try (Session session = open(drive)) {
            return session.run();
        }
    }

    static Drive teleoperated() {
        return new Drive.ByTeleoperator(new Chosen<TeleoperatorType<?>>("lead", Map.of()));
    }

    static Drive decided() {
        return new Drive.ByPolicy(new Chosen<PolicyType<?>>("mind", Map.of()), "task");
    }

    double[] goals() {
        return Arrays.copyOf(world.goals, Math.min(world.sends, world.goals.length));
    }

    List<SessionEvent.Kind> kinds() {
        return events.stream().map(SessionEvent::kind).toList();
    }
}
