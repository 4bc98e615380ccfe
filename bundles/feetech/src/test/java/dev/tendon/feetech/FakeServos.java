/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.serial.SerialChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Servos with memories on a wire in memory, enough to answer a bus. Answers at once; a test may spoil answers. Allocates nothing
 * unless it spoils or is asked to keep what was sent.
 */
final class FakeServos implements SerialChannel {
    /** What becomes of an answer on its way. */
    interface Spoil {
        byte[] apply(byte[] packet);
    }

    private static final int MEMORY = 128;

    final SimulatedClock clock = new SimulatedClock(1_000);
    final List<byte[]> sent = new ArrayList<>();
    boolean keepSent = true;
    Spoil spoil;
    DeviceException failure;
    int faults;
    int baudRate;
    private final byte[][] memories = new byte[Packets.MAX_ID + 1][];
    private final InstructionDecoder decoder = new InstructionDecoder();
    private final byte[] answer = new byte[Packets.MAX_LENGTH];
    private final byte[] wire = new byte[8192];
    private int start;
    private int end;

    FakeServos(int... ids) {
        for (int id : ids) {
            memories[id] = new byte[MEMORY];
            set(id, Sts3215.MODEL_NUMBER, Sts3215.MODEL);
        }
    }

    void set(int id, Register register, int value) {
        Packets.putRaw(memories[id], register.address(), register.size(), register.encode(value));
    }

    int get(int id, Register register) {
        return register.decode(Packets.getRaw(memories[id], register.address(), register.size()));
    }

    void unplug(int id) {
        memories[id] = null;
    }

    /** Bytes on the wire that nobody asked for. */
    void babble(byte... bytes) {
        if (start == end) {
            start = 0;
            end = 0;
        }
        System.arraycopy(bytes, 0, wire, end, bytes.length);
        end += bytes.length;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws DeviceException {
        if (failure != null) {
            throw failure;
        }
        if (keepSent) {
            byte[] copy = new byte[length];
            System.arraycopy(bytes, offset, copy, 0, length);
            sent.add(copy);
        }
        decoder.feed(bytes, offset, length);
        while (decoder.next()) {
            obey();
        }
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException {
        if (start == end) {
            try {
                clock.sleepUntil(deadlineNs);
            } catch (InterruptedException e) {
                throw new DeviceException("interrupted", e);
            }
            return 0;
        }
        int count = Math.min(length, end - start);
        System.arraycopy(wire, start, into, offset, count);
        start += count;
        if (start == end) {
            start = 0;
            end = 0;
        }
        return count;
    }

    @Override
    public void discardInput() {
        start = 0;
        end = 0;
    }

    @Override
    public void baudRate(int rate) {
        baudRate = rate;
    }

    @Override
    public void close() {}

    private void obey() {
        int instruction = decoder.instruction();
        switch (instruction) {
            case Instruction.PING -> {
                for (int id = 0; id <= Packets.MAX_ID; id++) {
                    if (decoder.id() == Packets.BROADCAST || decoder.id() == id) {
                        reply(id, 0, 0);
                    }
                }
            }
            case Instruction.READ, Instruction.SYNC_READ -> {
                for (int i = 0; i < decoder.targets(); i++) {
                    reply(decoder.target(i), decoder.address(), decoder.length());
                }
            }
            case Instruction.WRITE, Instruction.REG_WRITE, Instruction.SYNC_WRITE -> {
                for (int i = 0; i < decoder.targets(); i++) {
                    store(i);
                }
                if (instruction != Instruction.SYNC_WRITE && decoder.id() != Packets.BROADCAST) {
                    reply(decoder.id(), 0, 0);
                }
            }
            default -> {}
        }
    }

    private void store(int target) {
        for (int id = 0; id <= Packets.MAX_ID; id++) {
            if (memories[id] != null && (decoder.target(target) == id || decoder.target(target) == Packets.BROADCAST)) {
                for (int i = 0; i < decoder.length(); i++) {
                    memories[id][decoder.address() + i] = (byte) decoder.data(target, i);
                }
            }
        }
    }

    private void reply(int id, int address, int length) {
        if (memories[id] == null) {
            return;
        }
        System.arraycopy(memories[id], address, answer, Packets.PARAMETERS, length);
        int size = Packets.finish(answer, id, faults, length);
        if (spoil == null) {
            System.arraycopy(answer, 0, wire, end, size);
            end += size;
        } else {
            byte[] packet = new byte[size];
            System.arraycopy(answer, 0, packet, 0, size);
            babble(spoil.apply(packet));
        }
    }
}
