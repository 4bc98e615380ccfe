/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.time.Duration;
import java.util.Map;

/** How a bus is run. A value; each {@code with…} gives a changed copy. Thread: any. */
public final class BusSettings {
    /** LeRobot's {@code num_read_retries} of its SO arms (config_so_follower.py, 0.6.2-dev). */
    public static final int DEFAULT_RETRIES = 2;

    /** Covers a USB adapter that passes bytes on at once or within some milliseconds, and a busy computer. */
    public static final Duration DEFAULT_LATENCY = Duration.ofMillis(10);

    private final int baudRate;
    private final int retries;
    private final Duration latency;
    private final Map<Integer, String> joints;
    private final String advice;

    private BusSettings(int baudRate, int retries, Duration latency, Map<Integer, String> joints, String advice) {
        this.baudRate = baudRate;
        this.retries = retries;
        this.latency = latency;
        this.joints = joints;
        this.advice = advice;
    }

    /** Two retries, 10 ms of latency, joints without names. */
    public static BusSettings at(int baudRate) {
        if (baudRate <= 0) {
            throw new IllegalArgumentException("A baud rate is positive: " + baudRate);
        }
        return new BusSettings(baudRate, DEFAULT_RETRIES, DEFAULT_LATENCY, Map.of(), "");
    }

    /** With so many more tries after the first. */
    public BusSettings withRetries(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Retries cannot be negative: " + count);
        }
        return new BusSettings(baudRate, count, latency, joints, advice);
    }

    /** With so much time for adapter and computer in each try, beside what the bytes take on the wire. */
    public BusSettings withLatency(Duration allowance) {
        if (allowance.isNegative() || allowance.isZero()) {
            throw new IllegalArgumentException("A latency is positive: " + allowance);
        }
        return new BusSettings(baudRate, retries, allowance, joints, advice);
    }

    /** With names for the servos in messages, by id. */
    public BusSettings withJoints(Map<Integer, String> names) {
        return new BusSettings(baudRate, retries, latency, Map.copyOf(names), advice);
    }

    /** With a sentence for who reads that a servo does not answer: which command sets the servos up. */
    public BusSettings withAdvice(String sentence) {
        return new BusSettings(baudRate, retries, latency, joints, sentence);
    }

    /** In bits per second. */
    public int baudRate() {
        return baudRate;
    }

    /** Tries after the first. */
    public int retries() {
        return retries;
    }

    /** Time for adapter and computer in each try. */
    public Duration latency() {
        return latency;
    }

    /** Names of servos by id. */
    public Map<Integer, String> joints() {
        return joints;
    }

    /** What else to do where a servo does not answer; may be empty. */
    public String advice() {
        return advice;
    }
}
