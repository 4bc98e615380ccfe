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
import dev.tendon.feetech.Register;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The servos on one wire: takes the bytes that a host sends, and has the bytes that the servos answer. Each servo obeys its
 * own id and baud rate. What the manual does not say a servo answers to is answered with silence: an unknown instruction, an
 * address outside of the table, a packet with a wrong checksum. Thread: any, one call at a time ({@link RunningArm} sees to
 * that). Allocates nothing.
 *
 * <p>Servos that hold the same id and are asked by it answer at once, and what is heard is neither answer.
 *
 * <p>Time passes for the servos when a packet is obeyed, in whole steps counted from the opening, so that what they do depends on
 * the clock and on what was sent when, and not on how often somebody looks.
 */
final class ServoBus {
    private static final long STEP_NS = Math.round(Motor.STEP_S * 1e9);

    private final Clock clock;
    private final Servo[] servos;
    private final Hookup hookup;
    private final WireTiming wire;
    private final PacketFaults faults;
    private final @Nullable ArmScene scene;
    private final AnswerBuffer answers = new AnswerBuffer();
    private final byte[] data = new byte[ControlTable.SIZE];
    private final byte[] packet = new byte[Packets.MAX_LENGTH];
    private final byte[] answer = new byte[Packets.MAX_LENGTH];
    private final long startNs;
    private int answerLength;
    private long answerDelayNs;
    private long passedSteps;
    private int baudRate;
    private final AtomicLong packets = new AtomicLong();

    /** @param scene what the arm moves; null: nothing */
    ServoBus(
            Clock clock,
            Servo[] servos,
            Hookup hookup,
            WireTiming wire,
            PacketFaults faults,
            @Nullable ArmScene scene,
            int baudRate) {
        this.clock = clock;
        this.servos = servos.clone();
        this.hookup = hookup;
        this.wire = wire;
        this.faults = faults;
        this.scene = scene;
        this.baudRate = baudRate;
        startNs = clock.nanoTime();
    }

    void baudRate(int now) {
        baudRate = now;
    }

    /** Where the shaft of a joint's motor is, in steps, not wrapped; {@code absent} where there is no such motor. */
    double shaftSteps(int joint, double absent) {
        for (Servo servo : servos) {
            if (servo.joint() == joint) {
                return servo.shaftSteps();
            }
        }
        return absent;
    }

    AnswerBuffer answers() {
        return answers;
    }

    /** A host has handed over bytes; before it obeys them. */
    void sent(int bytes, long nowNs) {
        wire.sent(bytes, baudRate, nowNs);
    }

    /** What goes wrong from now on. */
    void faults(ArmFaults now) {
        passTime();
        faults.set(now);
        for (Servo servo : servos) {
            now.applyTo(servo, servo.joint());
        }
    }

    void connect(int joint) {
        hookup.connect(joint);
    }

    /** The plug was out and is back. */
    void replugged() {
        hookup.replugged();
    }

    int peek(int joint, Register register) {
        passTime();
        for (Servo servo : servos) {
            if (servo.joint() == joint) {
                return servo.peek(register);
            }
        }
        throw new IllegalArgumentException("There is no motor " + joint + " on this arm");
    }

    /** Packets either way, also those that were lost. Thread: any. */
    long packets() {
        return packets.get();
    }

    /** Thread: any. */
    long faultyPackets() {
        return faults.count();
    }

    /** Thread: any. */
    long wireNs() {
        return wire.busyNs();
    }

    /** Obeys the instruction that {@code in} is at. */
    void obey(InstructionDecoder in) {
        packets.incrementAndGet();
        passTime();
        if (faults.drops() || faults.corruptsInstruction()) {
            return;
        }
        hookup.before(in);
        hookup.watch(in);
        switch (in.instruction()) {
            case Instruction.SYNC_READ -> syncRead(in);
            case Instruction.SYNC_WRITE -> syncWrite(in);
            case Instruction.PING -> ping(in.id());
            default -> {
                for (Servo servo : servos) {
                    if (hears(servo) && (in.id() == Packets.BROADCAST || in.id() == servo.id())) {
                        obey(servo, in);
                    }
                }
                send();
            }
        }
    }

    private void passTime() {
        long steps = (clock.nanoTime() - startNs) / STEP_NS - passedSteps;
        if (scene == null) {
            pass(steps);
            return;
        }
        while (steps > 0) {
            long part = Math.min(steps, ArmScene.STEPS - passedSteps % ArmScene.STEPS);
            pass(part);
            steps -= part;
            if (passedSteps % ArmScene.STEPS == 0) {
                scene.advance(servos);
            }
        }
    }

    private void pass(long steps) {
        if (steps > 0) {
            passedSteps += steps;
            for (Servo servo : servos) {
                servo.advance(steps);
            }
        }
    }

    private boolean hears(Servo servo) {
        int code = servo.baudRateCode();
        return servo.onWire() && code < BaudRates.all().size() && BaudRates.ofCode(code) == baudRate;
    }

    private void obey(Servo servo, InstructionDecoder in) {
        int id = servo.id(); // a write may change it; the answer comes from who was asked
        boolean broadcast = in.id() == Packets.BROADCAST;
        boolean done =
                switch (in.instruction()) {
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

    /** All servos answer a broadcast, one after the other. */
    private void ping(int id) {
        for (int i = 0; i < servos.length; i++) {
            int asked = servos[i].id();
            if (!hears(servos[i]) || (id != Packets.BROADCAST && id != asked) || isSecond(i)) {
                continue;
            }
            for (int j = i; j < servos.length; j++) {
                if (hears(servos[j]) && servos[j].id() == asked) {
                    answer(servos[j], asked, 0);
                }
            }
            send();
        }
    }

    private boolean isSecond(int index) {
        for (int i = 0; i < index; i++) {
            if (hears(servos[i]) && servos[i].id() == servos[index].id()) {
                return true;
            }
        }
        return false;
    }

    private void syncRead(InstructionDecoder in) {
        for (int i = 0; i < in.targets(); i++) {
            for (Servo servo : servos) {
                if (hears(servo) && servo.id() == in.target(i)) {
                    read(servo, in.address(), in.length());
                }
            }
            send();
        }
    }

    private void syncWrite(InstructionDecoder in) {
        for (int i = 0; i < in.targets(); i++) {
            for (Servo servo : servos) {
                if (hears(servo) && servo.id() == in.target(i)) {
                    write(servo, in, i);
                }
            }
        }
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
        if (answerLength == 0) {
            System.arraycopy(packet, 0, answer, 0, length);
        } else {
            collide(length);
        }
        answerLength = Math.max(answerLength, length);
        answerDelayNs = servo.returnDelayNs();
    }

    /** A second servo starts a bit later; on the wire a 0 wins. */
    private void collide(int length) {
        for (int i = 0; i < Math.min(length, answerLength); i++) {
            answer[i] &= (byte) (packet[i] << 1 | 1);
        }
    }

    /** Puts the answer, where there is one, on the wire. */
    private void send() {
        if (answerLength == 0) {
            return;
        }
        int length = answerLength;
        answerLength = 0;
        packets.incrementAndGet();
        long start = wire.answered(length, baudRate, answerDelayNs, clock.nanoTime());
        if (!faults.drops()) {
            faults.corrupts(answer, length);
            answers.put(answer, length, start + faults.delayNs(), wire.answerByteNs(baudRate));
        }
    }
}
