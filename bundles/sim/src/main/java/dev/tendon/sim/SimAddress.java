/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.option.ConfigException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simulated port as the user writes it: {@code sim:[NAME][?key=value&...]}. The keys stand in {@code bundles/sim/README.md}.
 *
 * @param name keeps the arm's EEPROM under this name; empty: an arm that is new at each opening
 * @param motors which there are, and how a new arm's are set up
 * @param scene what stands around the arm; empty: nothing
 * @param motion who moves the joints whose torque is off
 * @param wireTiming whether bytes take as long as on a wire
 * @param faults what goes wrong
 */
record SimAddress(
        Optional<String> name,
        Optional<String> scene,
        MotorSet motors,
        MotionChoice motion,
        boolean wireTiming,
        FaultPlan faults) {
    static final String SCHEME = "sim:";

    private static final Pattern GRAMMAR = Pattern.compile("sim:([^?]*)(?:\\?(.*))?");

    /**
     * Reads {@code port}.
     *
     * @throws ConfigException with everything that is wrong with it
     */
    static SimAddress parse(String port) {
        Matcher matcher = GRAMMAR.matcher(port);
        if (!matcher.matches()) {
            throw new ConfigException(
                    "Port \"" + port + "\" is no simulated port: it has the form sim:[NAME][?key=value&...]");
        }
        return new SimAddressParser(port)
                .parse(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse(""));
    }
}
