/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.InstructionDecoder;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;

/**
 * Which motors hang on the wire, and the person who connects them one after the other: from the last joint to the first, the next one
 * when somebody searches the bus after the present one got its id, or was locked as one that has it; all of them after the first joint. Thread: its bus's.
 * Allocates nothing.
 */
final class Hookup {
    private static final int ALL = 0;

    private final Servo[] servos;
    private final MotorSet.Connected connected;
    private boolean inTurn;
    private int current;
    private boolean given;

    /** @param servos by their joint */
    Hookup(Servo[] servos, MotorSet.Connected connected) {
        this.servos = servos;
        this.connected = connected;
        begin();
    }

    /** As at the start: whoever connects them in turn begins with the last joint again. */
    void begin() {
        inTurn = connected.inTurn();
        connect(inTurn ? servos[servos.length - 1].joint() : connected.id());
    }

    /** After the plug was out: only who connects them in turn begins again. */
    void replugged() {
        if (connected.inTurn()) {
            begin();
        }
    }

    /** Connects motor {@code joint} alone; 0: all. */
    void connect(int joint) {
        current = joint;
        given = false;
        for (Servo servo : servos) {
            servo.connected(joint == ALL || servo.joint() == joint);
        }
    }

    /** Before the servos obey. */
    void before(InstructionDecoder in) {
        if (inTurn && given && in.instruction() == Instruction.PING && in.id() != heldByCurrent()) {
            int next = ALL;
            for (Servo servo : servos) {
                next = servo.joint() < current ? Math.max(next, servo.joint()) : next;
            }
            inTurn = next != ALL;
            connect(next);
        }
    }

    /** Before too: what shows that the present motor is done. */
    void watch(InstructionDecoder in) {
        if (inTurn
                && in.instruction() == Instruction.WRITE
                && (in.id() == heldByCurrent() || in.id() == Packets.BROADCAST)) {
            given |= written(in, Sts3215.ID) >= 0 || written(in, Sts3215.LOCK) > 0;
        }
    }

    /** What is written into a register of one byte; -1: nothing is. */
    private static int written(InstructionDecoder in, Register register) {
        int index = register.address() - in.address();
        return index >= 0 && index < in.length() ? in.data(0, index) : -1;
    }

    private int heldByCurrent() {
        for (Servo servo : servos) {
            if (servo.joint() == current) {
                return servo.id();
            }
        }
        return -1;
    }
}
