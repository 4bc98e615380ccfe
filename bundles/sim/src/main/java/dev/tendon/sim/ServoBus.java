/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.time.Clock;
import dev.tendon.feetech.BaudRates;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.InstructionDecoder;
import dev.tendon.feetech.Packets;
import org.jspecify.annotations.Nullable;

/**
 * The servos on one wire: takes the bytes that a host sends, and has the bytes that the servos answer. Each servo obeys its
 * own id and baud rate. What the manual does not say a servo answers to is answered with silence: an unknown instruction, an
 * address outside of the table, a packet with a wrong checksum. Thread: any, one call at a time ({@link SimChannel} sees to
 * that). Allocates nothing.
 *
 * <p>Time passes for the servos when a packet is obeyed, in whole steps counted from the opening, so that what they do depends on
 * the clock and on what was sent when, and not on how often somebody looks.
 */
final class ServoBus {
    private static final long STEP_NS = Math.round(Motor.STEP_S * 1e9);

    private final Clock clock;
    private final Servo[] servos;
    private final AnswerBuffer answers = new AnswerBuffer();
    private final byte[] data = new byte[ControlTable.SIZE];
    private final byte[] packet = new byte[Packets.MAX_LENGTH];
    private final long startNs;
    private long passedSteps;
    private int baudRate;

    ServoBus(Clock clock, Servo[] servos, int baudRate) {
        this.clock = clock;
        this.servos = servos.clone();
        this.baudRate = baudRate;
        startNs = clock.nanoTime();
    }

    void baudRate(int now) {
        baudRate = now;
    }

    AnswerBuffer answers() {
        return answers;
    }

    /** Obeys the instruction that {@code in} is at. */
    void obey(InstructionDecoder in) {
        passTime();
        switch (in.instruction()) {
            case Instruction.SYNC_READ -> syncRead(in);
            case Instruction.SYNC_WRITE -> syncWrite(in);
            default -> {
                for (Servo servo : servos) {
                    if (hears(servo) && (in.id() == Packets.BROADCAST || in.id() == servo.id())) {
                        obey(servo, in);
                    }
                }
            }
        }
    }

    private void passTime() {
        long steps = (clock.nanoTime() - startNs) / STEP_NS - passedSteps;
        if (steps > 0) {
            passedSteps += steps;
            for (Servo servo : servos) {
                servo.advance(steps);
            }
        }
    }

    private boolean hears(Servo servo) {
        int code = servo.baudRateCode();
        return code < BaudRates.all().size() && BaudRates.ofCode(code) == baudRate;
    }

    private void obey(Servo servo, InstructionDecoder in) {
        int id = servo.id(); // a write may change it; the answer comes from who was asked
        boolean broadcast = in.id() == Packets.BROADCAST;
        boolean done =
                switch (in.instruction()) {
                    case Instruction.PING -> {
                        answer(servo, id, 0);
                        yield false;
                    }
                    case Instruction.READ -> {
                        if (!broadcast) {
                            read(servo, in.address(), in.length());
                        }
                        yield false;
                    }
                    case Instruction.WRITE, Instruction.REG_WRITE -> write(servo, in, 0);
                    case Instruction.ACTION -> {
                        servo.action();
                        yield true;
                    }
                    case Instruction.RESET -> {
                        servo.reset();
                        yield true;
                    }
                    default -> false; // silence
                };
        if (done && !broadcast && servo.answersAll()) {
            answer(servo, id, 0);
        }
    }

    /** Writes what is meant for {@code target}; false where there are no such addresses. */
    private boolean write(Servo servo, InstructionDecoder in, int target) {
        int length = in.length();
        if (!ControlTable.exists(in.address(), length)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            data[i] = (byte) in.data(target, i);
        }
        if (in.instruction() == Instruction.REG_WRITE) {
            servo.hold(in.address(), length, data, 0);
        } else {
            servo.write(in.address(), length, data, 0);
        }
        return true;
    }

    private void syncRead(InstructionDecoder in) {
        for (int i = 0; i < in.targets(); i++) {
            Servo servo = servo(in.target(i));
            if (servo != null) {
                read(servo, in.address(), in.length());
            }
        }
    }

    private void syncWrite(InstructionDecoder in) {
        for (int i = 0; i < in.targets(); i++) {
            Servo servo = servo(in.target(i));
            if (servo != null) {
                write(servo, in, i);
            }
        }
    }

    private @Nullable Servo servo(int id) {
        for (Servo servo : servos) {
            if (servo.id() == id && hears(servo)) {
                return servo;
            }
        }
        return null;
    }

    private void read(Servo servo, int address, int length) {
        if (ControlTable.exists(address, length)) {
            servo.read(address, length, packet, Packets.PARAMETERS);
            answer(servo, servo.id(), length);
        }
    }

    /** @param id under which it was asked; a write may have changed it */
    private void answer(Servo servo, int id, int parameters) {
        int length = Packets.finish(packet, id, servo.errors(), parameters);
        answers.put(packet, length);
    }
}
