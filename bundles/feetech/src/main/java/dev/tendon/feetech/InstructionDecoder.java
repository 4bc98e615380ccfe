/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

/**
 * The servo's end of the wire: finds instructions in a stream of bytes, takes them apart and refuses those that make no sense.
 * Allocates nothing after its construction and never throws on what it is fed. Thread: its creator's. Use it like {@link
 * PacketDecoder}.
 */
public final class InstructionDecoder {
    private final PacketDecoder packets = new PacketDecoder(Packets.MAX_PARAMETERS);
    private long malformed;

    /** As {@link PacketDecoder#feed}. */
    public int feed(byte[] bytes, int offset, int length) {
        return packets.feed(bytes, offset, length);
    }

    /** Moves on to the next instruction that is well formed; false where more bytes are needed. */
    public boolean next() {
        while (packets.next()) {
            if (wellFormed()) {
                return true;
            }
            malformed++;
        }
        return false;
    }

    /** As {@link PacketDecoder#abandon}. */
    public boolean abandon() {
        return packets.abandon();
    }

    /** As {@link PacketDecoder#clear}. */
    public void clear() {
        packets.clear();
    }

    /** As {@link PacketDecoder#pending}. */
    public int pending() {
        return packets.pending();
    }

    /** One of {@link Instruction}. */
    public int instruction() {
        return packets.code();
    }

    /** The servo addressed; {@link Packets#BROADCAST} for all. */
    public int id() {
        return packets.id();
    }

    /** The first register meant by a read or write of any kind. */
    public int address() {
        return packets.parameter(0);
    }

    /** How many bytes are to be read, or are written to each servo. */
    public int length() {
        return switch (instruction()) {
            case Instruction.WRITE, Instruction.REG_WRITE -> packets.parameters() - 1;
            default -> packets.parameter(1);
        };
    }

    /** How many servos a sync-read or sync-write names; 1 for the other instructions. */
    public int targets() {
        return switch (instruction()) {
            case Instruction.SYNC_READ -> packets.parameters() - 2;
            case Instruction.SYNC_WRITE -> (packets.parameters() - 2) / (1 + length());
            default -> 1;
        };
    }

    /** The id of the servo that a sync-read or sync-write names at {@code index}; {@link #id} for the other instructions. */
    public int target(int index) {
        return switch (instruction()) {
            case Instruction.SYNC_READ -> packets.parameter(2 + index);
            case Instruction.SYNC_WRITE -> packets.parameter(2 + index * (1 + length()));
            default -> id();
        };
    }

    /**
     * A byte to be written, 0..255.
     *
     * @param target which of the servos that a sync-write names; 0 for the other writes
     * @param index 0 .. {@link #length} - 1
     */
    public int data(int target, int index) {
        if (index < 0 || index >= length()) {
            throw new IndexOutOfBoundsException("byte " + index + " of " + length());
        }
        return switch (instruction()) {
            case Instruction.WRITE, Instruction.REG_WRITE -> packets.parameter(1 + index);
            case Instruction.SYNC_WRITE -> packets.parameter(3 + target * (1 + length()) + index);
            default -> throw new IllegalStateException(Instruction.name(instruction()) + " writes nothing");
        };
    }

    /** How many bytes belonged to no packet, since the beginning. */
    public long noise() {
        return packets.noise();
    }

    /** How many packets were no instruction, though their checksum was right, since the beginning. */
    public long malformed() {
        return malformed;
    }

    private boolean wellFormed() {
        int count = packets.parameters();
        return switch (packets.code()) {
            case Instruction.PING, Instruction.ACTION, Instruction.RESET -> count == 0;
            case Instruction.READ -> count == 2;
            case Instruction.WRITE, Instruction.REG_WRITE -> count >= 2;
            case Instruction.SYNC_READ -> count >= 3 && packets.id() == Packets.BROADCAST;
            case Instruction.SYNC_WRITE -> count >= 4
                    && packets.id() == Packets.BROADCAST
                    && packets.parameter(1) > 0
                    && (count - 2) % (1 + packets.parameter(1)) == 0;
            default -> false;
        };
    }
}
