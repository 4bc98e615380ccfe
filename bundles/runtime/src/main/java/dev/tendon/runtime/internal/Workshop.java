/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.feature.Features;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.api.time.Clock;
import java.util.function.Function;

/** Makes instances of choices, without connecting them. What a choice throws is passed on, and its service let go. Thread: any but the control thread. */
final class Workshop {
    private final Choices choices;

    Workshop(Choices choices) {
        this.choices = choices;
    }

    /** A robot, and the options it was made with: they may name cameras. */
    record MadeRobot(Mount<Robot> mount, Record config) {}

    MadeRobot robot(TypeHandle handle, Chosen<?> chosen, HostContext context) {
        return with(handle, type -> robot((RobotType<?>) type, handle, chosen, context));
    }

    private <C extends Record> MadeRobot robot(
            RobotType<C> type, TypeHandle handle, Chosen<?> chosen, HostContext context) {
        C config = choices.bind(type, chosen);
        return new MadeRobot(new Mount<>(handle, type.create(config, context), context), config);
    }

    Mount<Teleoperator> teleoperator(TypeHandle handle, Chosen<?> chosen, HostContext context) {
        return with(
                handle,
                type -> new Mount<>(handle, teleoperator((TeleoperatorType<?>) type, chosen, context), context));
    }

    private <C extends Record> Teleoperator teleoperator(
            TeleoperatorType<C> type, Chosen<?> chosen, HostContext context) {
        return type.create(choices.bind(type, chosen), context);
    }

    Mount<Camera> camera(TypeHandle handle, Chosen<?> chosen, HostContext context) {
        return with(handle, type -> new Mount<>(handle, camera((CameraType<?>) type, chosen, context), context));
    }

    private <C extends Record> Camera camera(CameraType<C> type, Chosen<?> chosen, HostContext context) {
        return type.create(choices.bind(type, chosen), context);
    }

    /** A policy with its worker, which is started and warms it up. */
    Mount<Planner> policy(TypeHandle handle, Chosen<?> chosen, HostContext context, Brief brief) {
        return with(handle, type -> {
            Policy policy = policy((PolicyType<?>) type, chosen, brief);
            Planner planner;
            try {
                planner = new Planner(
                        context.label(),
                        policy,
                        brief.observationFeatures,
                        brief.actionFeatures,
                        brief.lockstep,
                        brief.real,
                        brief.figures);
            } catch (RuntimeException | Error e) {
                policy.close();
                throw e;
            }
            planner.start();
            return new Mount<>(handle, planner, context);
        });
    }

    private <C extends Record> Policy policy(PolicyType<C> type, Chosen<?> chosen, PolicyContext context) {
        return type.create(choices.bind(type, chosen), context);
    }

    private static <T> T with(TypeHandle handle, Function<ChoiceType<?>, T> make) {
        ChoiceType<?> type = handle.acquire();
        try {
            return make.apply(type);
        } catch (RuntimeException | Error e) {
            handle.release();
            throw e;
        }
    }

    /**
     * What a policy is to decide.
     *
     * @param observationFeatures what the robot and its cameras observe, by the names that the policy is told
     * @param lockstep whether the loop waits for its plans
     * @param real real time, which plans take
     * @param figures where they are written down
     */
    record Brief(
            Features observationFeatures,
            Features actionFeatures,
            double fps,
            String task,
            Clock clock,
            boolean lockstep,
            Clock real,
            PlanFigures figures)
            implements PolicyContext {}
}
