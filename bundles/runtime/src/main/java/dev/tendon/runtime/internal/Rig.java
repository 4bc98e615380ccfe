/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.feature.Features;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.LoopSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a loop runs on.
 *
 * @param robot the robot's seat; taken
 * @param cameras the host's cameras, in the order of their slots
 * @param firstCameraSlot the image slot of the first
 * @param source what decides
 * @param drive who does: the teleoperator's or policy's seat; null for a trajectory
 * @param observation what is observed
 * @param action what is sent
 * @param settings how fast, and how long
 * @param clock the session's
 * @param real real time
 * @param events where to tell what happens
 * @param watch how to tell that the loop lives
 * @param stopping set when no further tick is to begin
 */
record Rig(
        Seat<Robot> robot,
        List<Seat<Camera>> cameras,
        int firstCameraSlot,
        ActionSource source,
        @Nullable Seat<?> drive,
        Features observation,
        Features action,
        LoopSettings settings,
        Clock clock,
        Clock real,
        Events events,
        Watch watch,
        AtomicBoolean stopping) {
    /** Who is called in a stage of the {@link Watch}; the robot, where it is nobody. */
    Seat<?> at(int stage) {
        Seat<?> driving = drive;
        if (stage == Watch.TELEOPERATOR && driving != null) {
            return driving;
        }
        return stage >= Watch.CAMERA ? cameras.get(stage - Watch.CAMERA) : robot;
    }

    /** Every seat. */
    List<Seat<?>> seats() {
        List<Seat<?>> seats = new ArrayList<>();
        seats.add(robot);
        Seat<?> driving = drive;
        if (driving != null) {
            seats.add(driving);
        }
        seats.addAll(cameras);
        return seats;
    }
}
