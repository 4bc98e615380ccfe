/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

/**
 * The instruction codes of the STS protocol (Feetech, "Communication Protocol User Manual", 2019-12-18; the FTServo
 * SDK's {@code INST.h}). Parameters of each are given below; all of them are single bytes.
 */
public final class Instruction {
    /** Answers with an empty status packet. No parameters. Broadcast: every servo answers in its turn. */
    public static final int PING = 0x01;

    /** Address, number of bytes. */
    public static final int READ = 0x02;

    /** Address, bytes. */
    public static final int WRITE = 0x03;

    /** As {@link #WRITE}, but waits for {@link #ACTION}. */
    public static final int REG_WRITE = 0x04;

    /** Carries out what was written by {@link #REG_WRITE}. No parameters; usually broadcast, and then nobody answers. */
    public static final int ACTION = 0x05;

    /** Factory settings except the id. No parameters. */
    public static final int RESET = 0x06;

    /** Address, number of bytes, ids. Always broadcast; each servo named answers as to a {@link #READ}, in this order. */
    public static final int SYNC_READ = 0x82;

    /** Address, number of bytes, then for each servo its id and bytes. Always broadcast; nobody answers. */
    public static final int SYNC_WRITE = 0x83;

    private Instruction() {}

    /** The name of a code, for messages. */
    public static String name(int code) {
        return switch (code) {
            case PING -> "ping";
            case READ -> "read";
            case WRITE -> "write";
            case REG_WRITE -> "reg-write";
            case ACTION -> "action";
            case RESET -> "reset";
            case SYNC_READ -> "sync-read";
            case SYNC_WRITE -> "sync-write";
            default -> "instruction " + code;
        };
    }
}
