/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A million packets, each mutated, between good ones. An oracle of its own checks each packet that the decoder accepts: header,
 * id, length and checksum, at the place where it stands in the stream. The good packet after each mutation must be found by the
 * time it is complete. The seed is fixed; a failure says the round.
 */
class PacketDecoderFuzz {
    private static final long SEED = 0x7E4D04L;
    private static final int PACKETS = 1_000_000;
    private static final int PARAMETERS = 2;
    private static final int GOOD = Packets.OVERHEAD + PARAMETERS;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final byte[] mutated = new byte[64];
    private final byte[] good = new byte[GOOD];
    private final byte[] stream = new byte[mutated.length + GOOD];

    @Test
    void acceptsNothingWrongAndFindsTheNextGoodPacket() {
        PacketDecoder decoder = new PacketDecoder(PARAMETERS);
        for (int round = 0; round < PACKETS; round++) {
            int length = mutate();
            fill(good, 1 + random.nextInt(Packets.MAX_ID), PARAMETERS);
            System.arraycopy(mutated, 0, stream, 0, length);
            System.arraycopy(good, 0, stream, length, GOOD);

            boolean found = feed(decoder, length + GOOD, round);

            // The good packet may be swallowed by a packet that is as good, whose end overlaps with its beginning
            // (one in 256 wrong candidates has the right checksum by chance): then it was not lost to a wrong one.
            if (!found) {
                assertThat(overlapped).as("round %d: good packet lost", round).isTrue();
            }
            decoder.clear();
        }
    }

    @Test
    void takesApartOnlyInstructionsThatAreWellFormed() {
        InstructionDecoder decoder = new InstructionDecoder();
        long accepted = 0;
        for (int round = 0; round < PACKETS / 10; round++) {
            int length = mutate();
            for (int at = 0; at < length; ) {
                at += decoder.feed(mutated, at, length - at);
                while (decoder.next()) {
                    accepted++;
                    touch(decoder);
                }
            }
            while (decoder.abandon()) {
                while (decoder.next()) {
                    accepted++;
                    touch(decoder);
                }
            }
        }
        assertThat(accepted).isPositive();
        assertThat(decoder.pending()).isZero();
    }

    private boolean overlapped;

    /** Feeds the stream in pieces and checks what comes out; returns whether the good packet at its end did. */
    private boolean feed(PacketDecoder decoder, int length, int round) {
        boolean found = false;
        overlapped = false;
        int searched = 0;
        for (int at = 0; at < length; ) {
            at += decoder.feed(stream, at, Math.min(1 + random.nextInt(12), length - at));
            while (decoder.next()) {
                int place = at - decoder.pending() - Packets.OVERHEAD - decoder.parameters();
                check(decoder, place, searched, round);
                searched = at - decoder.pending();
                found |= place == length - GOOD && decoder.parameters() == PARAMETERS;
                overlapped |= place < length - GOOD && searched > length - GOOD;
            }
        }
        return found;
    }

    private void check(PacketDecoder decoder, int place, int searched, int round) {
        boolean right = place >= searched
                && stream[place] == -1
                && stream[place + 1] == -1
                && (stream[place + 2] & 0xFF) == decoder.id()
                && decoder.id() <= Packets.BROADCAST
                && (stream[place + 3] & 0xFF) == decoder.parameters() + 2
                && decoder.parameters() <= PARAMETERS
                && (stream[place + 4] & 0xFF) == decoder.code();
        int sum = 0;
        for (int i = place + 2; right && i < place + decoder.parameters() + 6; i++) {
            sum += stream[i] & 0xFF;
        }
        if (!right || (sum & 0xFF) != 0xFF) { // a sum and its complement fill the byte
            throw new AssertionError("round " + round + ": accepted what is no packet, at " + place);
        }
    }

    /** Makes a packet and spoils it in one of several ways; returns its length. */
    private int mutate() {
        int parameters = random.nextInt(6);
        int length = fill(mutated, random.nextInt(Packets.BROADCAST + 1), parameters);
        switch (random.nextInt(8)) {
            case 0 -> length = random.nextInt(length); // torn at its end
            case 1 -> mutated[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8)); // a bit turned over
            case 2 -> mutated[random.nextInt(length)] = (byte) random.nextInt(256); // a byte overwritten
            case 3 -> { // a byte lost
                int at = random.nextInt(length);
                System.arraycopy(mutated, at + 1, mutated, at, length - at - 1);
                length--;
            }
            case 4 -> { // a byte too many
                int at = random.nextInt(length);
                System.arraycopy(mutated, at, mutated, at + 1, length - at);
                mutated[at] = (byte) random.nextInt(256);
                length++;
            }
            case 5 -> mutated[Packets.LENGTH] = (byte) random.nextInt(256); // another length
            case 6 -> { // twice
                System.arraycopy(mutated, 0, mutated, length, length);
                length *= 2;
            }
            default -> { // headers everywhere
                for (int i = 0; i < length; i++) {
                    if (random.nextInt(3) == 0) {
                        mutated[i] = -1;
                    }
                }
            }
        }
        return length;
    }

    private int fill(byte[] packet, int id, int parameters) {
        for (int i = 0; i < parameters; i++) {
            packet[Packets.PARAMETERS + i] = (byte) random.nextInt(256);
        }
        int[] codes = {0, Instruction.READ, Instruction.WRITE, Instruction.SYNC_READ, Instruction.SYNC_WRITE};
        return Packets.finish(packet, id, codes[random.nextInt(codes.length)], parameters);
    }

    private static void touch(InstructionDecoder decoder) {
        assertThat(decoder.targets()).isPositive();
        if (decoder.instruction() == Instruction.READ) {
            assertThat(decoder.address() + decoder.length()).isNotNegative();
        }
        boolean writes = decoder.instruction() == Instruction.WRITE || decoder.instruction() == Instruction.SYNC_WRITE;
        for (int i = 0; i < decoder.targets(); i++) {
            assertThat(decoder.target(i)).isNotNegative();
            for (int j = 0; writes && j < decoder.length(); j++) {
                assertThat(decoder.data(i, j)).isBetween(0, 255);
            }
        }
    }
}
