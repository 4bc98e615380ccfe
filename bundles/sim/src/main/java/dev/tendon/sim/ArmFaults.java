/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What goes wrong on a simulated arm: on its wire, by chance, and in its motors, for as long as it is set. Motors are named by the id
 * that they have on an arm that is set up (1 {@code shoulder_pan} to 6 {@code gripper}), whatever id they hold. A value. Thread: any.
 */
public final class ArmFaults {
    private static final ArmFaults NONE =
            new ArmFaults(0, 0, 0, 0, OptionalDouble.empty(), Map.of(), Set.of(), Set.of());

    private final double dropped;
    private final double corrupted;
    private final double delayed;
    private final long delayNs;
    private final OptionalDouble voltageV;
    private final Map<Integer, Integer> temperaturesC;
    private final Set<Integer> overloaded;
    private final Set<Integer> missing;

    private ArmFaults(
            double dropped,
            double corrupted,
            double delayed,
            long delayNs,
            OptionalDouble voltageV,
            Map<Integer, Integer> temperaturesC,
            Set<Integer> overloaded,
            Set<Integer> missing) {
        this.dropped = dropped;
        this.corrupted = corrupted;
        this.delayed = delayed;
        this.delayNs = delayNs;
        this.voltageV = voltageV;
        this.temperaturesC = Map.copyOf(temperaturesC);
        this.overloaded = Set.copyOf(overloaded);
        this.missing = Set.copyOf(missing);
    }

    /** All is well. */
    public static ArmFaults none() {
        return NONE;
    }

    /** Packets that get lost, instructions and answers alike: a share, 0 to 1. */
    public ArmFaults withDropped(double share) {
        return new ArmFaults(share(share), corrupted, delayed, delayNs, voltageV, temperaturesC, overloaded, missing);
    }

    /** Packets in which a bit is turned over, instructions and answers alike: a share, 0 to 1. */
    public ArmFaults withCorrupted(double share) {
        return new ArmFaults(dropped, share(share), delayed, delayNs, voltageV, temperaturesC, overloaded, missing);
    }

    /**
     * Answers that come late.
     *
     * @param share 0 to 1
     * @param byNs how late, in nanoseconds
     */
    public ArmFaults withDelayed(double share, long byNs) {
        return new ArmFaults(
                dropped, corrupted, share(share), Math.max(0, byNs), voltageV, temperaturesC, overloaded, missing);
    }

    /** The supply has another voltage than 7.4 V. */
    public ArmFaults withVoltage(double volts) {
        return new ArmFaults(
                dropped, corrupted, delayed, delayNs, OptionalDouble.of(volts), temperaturesC, overloaded, missing);
    }

    /** Motor {@code id} has this temperature in °C; a servo takes its torque off above its limit, 70 °C by default. */
    public ArmFaults withTemperature(int id, int celsius) {
        Map<Integer, Integer> more = new TreeMap<>(temperaturesC);
        more.put(id, celsius);
        return new ArmFaults(dropped, corrupted, delayed, delayNs, voltageV, more, overloaded, missing);
    }

    /** Something blocks motor {@code id}: it reports an overload and drives with its protective torque only. */
    public ArmFaults withOverload(int id) {
        return new ArmFaults(
                dropped, corrupted, delayed, delayNs, voltageV, temperaturesC, plus(overloaded, id), missing);
    }

    /** Motor {@code id} is not on the wire: its cable is out. It keeps its power. */
    public ArmFaults withMissing(int id) {
        return new ArmFaults(
                dropped, corrupted, delayed, delayNs, voltageV, temperaturesC, overloaded, plus(missing, id));
    }

    private static double share(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share is 0 to 1, not " + share);
        }
        return share;
    }

    private static Set<Integer> plus(Set<Integer> ids, int id) {
        Set<Integer> more = new TreeSet<>(ids);
        more.add(id);
        return more;
    }

    double dropped() {
        return dropped;
    }

    double corrupted() {
        return corrupted;
    }

    double delayed() {
        return delayed;
    }

    long delayNs() {
        return delayNs;
    }

    /** What {@code servo} of motor {@code id} feels of it. */
    void applyTo(Servo servo, int id) {
        servo.conditions(
                voltageV.orElse(Motor.SUPPLY_V),
                temperaturesC.getOrDefault(id, Servo.TEMPERATURE_C),
                overloaded.contains(id));
        servo.present(!missing.contains(id));
    }
}
