/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.config.ConfigMapper;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.TryOptions;
import java.util.ArrayList;
import java.util.List;

/** The checks of a choice, by its registry. */
public final class ChoiceChecks {
    private ChoiceChecks() {}

    /** In order. */
    public static List<Check> of(String subject, ChoiceType<?> type, TryOptions options, ConfigMapper mapper) {
        List<Check> checks = new ArrayList<>(ConfigChecks.of(subject, type, options, mapper));
        if (type instanceof RobotType<?> robot) {
            checks.addAll(robot(subject, robot, options, mapper));
        } else if (type instanceof TeleoperatorType<?> teleoperator) {
            checks.addAll(teleoperator(subject, teleoperator, options, mapper));
        } else if (type instanceof CameraType<?> camera) {
            checks.addAll(camera(subject, camera, options, mapper));
        } else if (type instanceof PolicyType<?> policy) {
            checks.addAll(policy(subject, policy, options, mapper));
        }
        return checks;
    }

    private static <C extends Record> List<Check> robot(
            String subject, RobotType<C> type, TryOptions options, ConfigMapper mapper) {
        return RobotChecks.of(
                subject,
                options,
                (given, desk) -> new RobotDevice(type.create(mapper.fromPlain(type.configType(), given), desk)));
    }

    private static <C extends Record> List<Check> teleoperator(
            String subject, TeleoperatorType<C> type, TryOptions options, ConfigMapper mapper) {
        return TeleoperatorChecks.of(
                subject,
                options,
                (given, desk) -> new TeleoperatorDevice(type.create(mapper.fromPlain(type.configType(), given), desk)));
    }

    private static <C extends Record> List<Check> camera(
            String subject, CameraType<C> type, TryOptions options, ConfigMapper mapper) {
        return CameraChecks.of(
                subject,
                options,
                (given, desk) -> new CameraDevice(type.create(mapper.fromPlain(type.configType(), given), desk)));
    }

    private static <C extends Record> List<Check> policy(
            String subject, PolicyType<C> type, TryOptions options, ConfigMapper mapper) {
        return new PolicyChecks(
                        subject,
                        options,
                        (given, context) -> type.create(mapper.fromPlain(type.configType(), given), context))
                .checks();
    }
}
