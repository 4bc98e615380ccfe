/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

/**
 * The layout that instructions and status packets share: {@code FF FF id length code parameters… checksum}. Code is the instruction
 * or the servo's fault bits; length counts code, parameters and checksum; the checksum is the complement of the sum of everything
 * after the header (Feetech, "Communication Protocol User Manual", 2019-12-18). Thread: any.
 */
public final class Packets {
    /** The id that all servos obey. */
    public static final int BROADCAST = 0xFE;

    /** The highest id of a servo. */
    public static final int MAX_ID = 0xFD;

    /** Bytes around the parameters. */
    public static final int OVERHEAD = 6;

    /** As many parameters as the length field can count. */
    public static final int MAX_PARAMETERS = 0xFF - 2;

    /** Length of the longest packet in bytes. */
    public static final int MAX_LENGTH = OVERHEAD + MAX_PARAMETERS;

    static final int HEADER = 0xFF;
    static final int ID = 2;
    static final int LENGTH = 3;
    static final int CODE = 4;

    /** Where the parameters begin. */
    public static final int PARAMETERS = 5;

    private Packets() {}

    /**
     * Puts header, id, length, code and checksum around parameters that are in place already, from {@link #PARAMETERS} on. Allocates
     * nothing.
     *
     * @param code instruction or fault bits
     * @param parameters how many bytes of parameters
     * @return the packet's length in bytes
     */
    public static int finish(byte[] packet, int id, int code, int parameters) {
        if (id < 0 || id > BROADCAST) {
            throw new IllegalArgumentException(
                    "A servo's id is 0.." + MAX_ID + ", or " + BROADCAST + " for all: " + id);
        }
        if (parameters < 0 || parameters > MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "A packet has at most " + MAX_PARAMETERS + " parameters, not " + parameters);
        }
        packet[0] = (byte) HEADER;
        packet[1] = (byte) HEADER;
        packet[ID] = (byte) id;
        packet[LENGTH] = (byte) (parameters + 2);
        packet[CODE] = (byte) code;
        packet[PARAMETERS + parameters] = (byte) checksum(packet, 0, parameters);
        return OVERHEAD + parameters;
    }

    /** A whole packet: an instruction to {@code id}, or its answer with fault bits as {@code code}. */
    public static byte[] packet(int id, int code, byte... parameters) {
        byte[] packet = new byte[OVERHEAD + parameters.length];
        System.arraycopy(parameters, 0, packet, PARAMETERS, parameters.length);
        finish(packet, id, code, parameters.length);
        return packet;
    }

    /** Writes the raw form of a register, low byte first; returns the offset after it. Allocates nothing. */
    public static int putRaw(byte[] bytes, int offset, int size, int raw) {
        bytes[offset] = (byte) raw;
        if (size == 2) {
            bytes[offset + 1] = (byte) (raw >> 8);
        }
        return offset + size;
    }

    /** Reads the raw form of a register, low byte first. Allocates nothing. */
    public static int getRaw(byte[] bytes, int offset, int size) {
        int low = bytes[offset] & 0xFF;
        return size == 2 ? low | (bytes[offset + 1] & 0xFF) << 8 : low;
    }

    /** What the checksum of the packet that begins at {@code start} should be. */
    static int checksum(byte[] bytes, int start, int parameters) {
        int sum = 0;
        for (int i = start + ID; i < start + PARAMETERS + parameters; i++) {
            sum += bytes[i];
        }
        return ~sum & 0xFF;
    }
}
