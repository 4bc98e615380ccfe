/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

/**
 * Finds packets in a stream of bytes that may be torn, noisy or out of step. Instructions and status packets look alike here; who
 * uses it knows which it expects. Allocates nothing after its construction and never throws on what it is fed. Thread: its
 * creator's.
 *
 * <p>Feed, then take packets until there is none:
 *
 * <pre>{@code
 * for (int at = 0; at < count; ) {
 *     at += decoder.feed(bytes, at, count - at);
 *     while (decoder.next()) { … decoder.id() … }
 * }
 * }</pre>
 *
 * <p>Of the bytes from a header on, either all form a packet whose length is allowed and whose checksum is right, and the search goes
 * on behind it, or the first one is dropped and the search goes on at the second. So a good packet of the longest length allowed is
 * found as soon as it is complete, whatever came before it: no candidate that begins earlier can wait for a byte behind its end.
 * A shorter one may have to wait for {@link #abandon}.
 */
public final class PacketDecoder {
    private final byte[] buffer = new byte[2 * Packets.MAX_LENGTH];
    private int maxParameters;
    private int start;
    private int end;
    private int packet = -1;
    private long noise;
    private long corrupt;

    /** Takes packets of up to {@code maxParameters} parameters. */
    public PacketDecoder(int maxParameters) {
        limit(maxParameters);
    }

    /** From now on takes longer packets for noise; what waits in the buffer is judged by it too. */
    public void limit(int parameters) {
        if (parameters < 0 || parameters > Packets.MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "A packet has 0.." + Packets.MAX_PARAMETERS + " parameters, not " + parameters);
        }
        maxParameters = parameters;
    }

    /**
     * Takes bytes in; the packet at hand is no longer readable.
     *
     * @return how many it took: all of them unless there is no room before {@link #next} is called; at least one once {@code next}
     *     has returned false
     */
    public int feed(byte[] bytes, int offset, int length) {
        packet = -1;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int taken = Math.min(length, buffer.length - end);
        System.arraycopy(bytes, offset, buffer, end, taken);
        end += taken;
        return taken;
    }

    /** Moves on to the next packet; false where more bytes are needed. */
    public boolean next() {
        packet = -1;
        while (start < end) {
            int length = candidate();
            if (length == 0) {
                start++;
                noise++;
            } else if (length > end - start) {
                return false;
            } else if (checks(length)) {
                packet = start;
                start += length;
                return true;
            } else {
                corrupt++;
                start++;
                noise++;
            }
        }
        return false;
    }

    /**
     * Gives up waiting for the rest of the packet that has begun, as after a pause on the wire: its first byte is noise. Another
     * packet may turn up behind it.
     *
     * @return whether there was something to give up
     */
    public boolean abandon() {
        packet = -1;
        if (start == end) {
            return false;
        }
        start++;
        noise++;
        return true;
    }

    /** Forgets all that was fed and not taken, and counts it as noise. */
    public void clear() {
        noise += end - start;
        packet = -1;
        start = 0;
        end = 0;
    }

    /** How many bytes wait for the rest of their packet. */
    public int pending() {
        return end - start;
    }

    /** The servo addressed, or answering; {@link Packets#BROADCAST} for all. */
    public int id() {
        return buffer[current() + Packets.ID] & 0xFF;
    }

    /** The instruction, or the fault bits of an answer. */
    public int code() {
        return buffer[current() + Packets.CODE] & 0xFF;
    }

    /** How many parameters the packet has. */
    public int parameters() {
        return (buffer[current() + Packets.LENGTH] & 0xFF) - 2;
    }

    /** A parameter, 0..255. */
    public int parameter(int index) {
        if (index < 0 || index >= parameters()) {
            throw new IndexOutOfBoundsException("parameter " + index + " of " + parameters());
        }
        return buffer[current() + Packets.PARAMETERS + index] & 0xFF;
    }

    /** The raw form of a register that begins at a parameter, low byte first. */
    public int raw(int index, int size) {
        int low = parameter(index);
        return size == 2 ? low | parameter(index + 1) << 8 : low;
    }

    /** How many bytes belonged to no packet, since the beginning. */
    public long noise() {
        return noise;
    }

    /** How many candidates had the wrong checksum, since the beginning. */
    public long corrupt() {
        return corrupt;
    }

    private int current() {
        if (packet < 0) {
            throw new IllegalStateException("No packet at hand: next() did not return true");
        }
        return packet;
    }

    /** The length of the packet that may begin at {@code start}; 0 where none can. As long as its length field is missing: the shortest. */
    private int candidate() {
        int there = end - start;
        if ((buffer[start] & 0xFF) != Packets.HEADER
                || (there > 1 && (buffer[start + 1] & 0xFF) != Packets.HEADER)
                || (there > Packets.ID && (buffer[start + Packets.ID] & 0xFF) > Packets.BROADCAST)) {
            return 0;
        }
        if (there <= Packets.LENGTH) {
            return Packets.OVERHEAD;
        }
        int parameters = (buffer[start + Packets.LENGTH] & 0xFF) - 2;
        return parameters < 0 || parameters > maxParameters ? 0 : Packets.OVERHEAD + parameters;
    }

    private boolean checks(int length) {
        int sum = buffer[start + length - 1] & 0xFF;
        return sum == Packets.checksum(buffer, start, length - Packets.OVERHEAD);
    }
}
