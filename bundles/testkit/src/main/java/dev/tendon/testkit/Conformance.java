/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.ConfigMapper;
import dev.tendon.config.RefusedChoice;
import dev.tendon.testkit.internal.ChoiceChecks;
import dev.tendon.testkit.internal.GuessedOptions;
import java.util.List;
import java.util.Optional;

/** The conformance suite. Thread: any. */
public final class Conformance {
    private Conformance() {}

    /**
     * What a choice promises, in the order in which mistakes explain each other.
     *
     * @param subject what the findings call it: {@code robot acme_arm}
     * @param options with which it is tried
     */
    public static List<Check> checks(String subject, ChoiceType<?> type, TryOptions options) {
        return checks(subject, type, options, new NoChoices());
    }

    /** As {@link #checks(String, ChoiceType, TryOptions)}; nested choices come from {@code catalog}. */
    public static List<Check> checks(String subject, ChoiceType<?> type, TryOptions options, ChoiceCatalog catalog) {
        return ChoiceChecks.of(subject, type, options, new ConfigMapper(catalog));
    }

    /** Options to try a choice with, guessed from its record; what cannot be guessed is not tried. */
    public static TryOptions guess(ChoiceType<?> type) {
        return GuessedOptions.of(type.configType());
    }

    /** Whether this suite knows what the registry of a choice promises; of others only the options are checked. */
    public static boolean knows(ChoiceType<?> type) {
        return type instanceof RobotType
                || type instanceof TeleoperatorType
                || type instanceof CameraType
                || type instanceof PolicyType;
    }

    private static final class NoChoices implements ChoiceCatalog {
        @Override
        public List<ChoiceInfo> list() {
            return List.of();
        }

        @Override
        public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
            return Optional.empty();
        }

        @Override
        public List<RefusedChoice> refused() {
            return List.of();
        }
    }
}
