/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Trajectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What somebody at a desk with a simulated arm would start, inside the container; and what the session told. */
final class Desk {
    static final String DRIVER = "dev.tendon.robot.so101";
    static final String PLAYBACK = "dev.tendon.teleoperator.playback";
    private static final double RECORDED_HZ = 30;

    private final List<String> told = new CopyOnWriteArrayList<>();

    /** Lines that sessions told so far. */
    List<String> told() {
        return told;
    }

    /** {@code tendon replay} of the distribution's recording at its own rate. */
    SessionRequest replay() throws IOException {
        try (Dataset dataset = Dataset.open(recording())) {
            EpisodeFrames frames = dataset.frames(0, Set.of("action"));
            List<String> names = dataset.info().features().get("action").names();
            Trajectory actions = Trajectory.of(names, frames.matrix("action"), Duration.ofMillis(500));
            return request("replay", new Drive.ByTrajectory(actions), Optional.empty());
        }
    }

    /** {@code tendon teleoperate} by the same recording, over and over. */
    SessionRequest teleoperate(Duration limit) {
        Chosen<TeleoperatorType<?>> playback =
                new Chosen<>("playback", Map.of("dataset_root", recording().toString(), "repeat", true));
        return request("teleoperate", new Drive.ByTeleoperator(playback), Optional.of(limit));
    }

    /** An arm that a policy moves. */
    SessionRequest rollout(String policy) {
        return request("rollout", new Drive.ByPolicy(new Chosen<>(policy, Map.of()), ""), Optional.empty());
    }

    private SessionRequest request(String name, Drive drive, Optional<Duration> limit) {
        return new SessionRequest(
                name,
                new Chosen<>("so101_follower", Map.of("port", "sim:", "use_degrees", false)),
                drive,
                new LoopSettings(RECORDED_HZ, LoopSettings.DEFAULT_WATCHDOG, false, limit),
                new Nobody(),
                event -> told.add(event.text()));
    }

    private static Path recording() {
        return TendonHost.distribution().resolve("recordings").resolve("so101-reach");
    }

    private record Nobody() implements Dialog {
        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public void say(String line) {
            // Nobody to hear it.
        }

        @Override
        public String ask(String question, String insteadOption) {
            throw new ConfigException(question);
        }
    }
}
