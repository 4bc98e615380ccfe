/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

/**
 * What one round found. Frames are pictures: an item has one of each camera; where there is no camera, an item counts as a frame.
 *
 * @param decoder frames per second of the bare decoder with conversion to RGB, in order, one thread; NaN: there is no video
 * @param sequential items per second, in order, one thread
 * @param random items per second, at random, one thread
 * @param ordered frames per second of the loader, in order
 * @param shuffled frames per second of the loader, shuffled
 * @param cameras pictures of an item that come from videos
 */
record ReadRates(double decoder, double sequential, double random, double ordered, double shuffled, int cameras) {
    double sequentialOfDecoder() {
        return sequential * cameras / decoder;
    }

    double randomOfDecoder() {
        return random * cameras / decoder;
    }

    double orderedOfDecoder() {
        return ordered / decoder;
    }

    double shuffledOfDecoder() {
        return shuffled / decoder;
    }
}
