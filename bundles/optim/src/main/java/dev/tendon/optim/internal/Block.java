/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

/** A few thousand neighbouring numbers of a parameter and of what belongs to it, copied to where loops are fast. */
final class Block {
    /** With its gradient and two slots it fits a core's nearest cache, nearly. */
    static final int SIZE = 2048;

    final float[] value = new float[SIZE];
    final float[] gradient = new float[SIZE];
    final float[] first = new float[SIZE];
    final float[] second = new float[SIZE];
    int length;
}
