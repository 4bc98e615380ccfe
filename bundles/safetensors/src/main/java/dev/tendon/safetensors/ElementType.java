/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

/**
 * What a tensor's elements are. Multi-byte elements are little-endian. The order is the reference implementation's, by which
 * its writer sorts tensors (huggingface/safetensors 0.8, {@code Dtype} in {@code tensor.rs}); the constants' names are those in
 * the file.
 */
public enum ElementType {
    /** A truth value in a byte: 0 or 1. */
    BOOL(8),
    F4(4),
    F6_E2M3(6),
    F6_E3M2(6),
    U8(8),
    I8(8),
    F8_E5M2(8),
    F8_E4M3(8),
    F8_E8M0(8),
    F8_E4M3FNUZ(8),
    F8_E5M2FNUZ(8),
    I16(16),
    U16(16),
    /** IEEE 754 half precision. */
    F16(16),
    /** The upper half of a single-precision number. */
    BF16(16),
    I32(32),
    U32(32),
    F32(32),
    /** A complex number of two single-precision parts. */
    C64(64),
    F64(64),
    I64(64),
    U64(64);

    private final int bits;

    ElementType(int bits) {
        this.bits = bits;
    }

    /** The size of one element in bits. */
    public int bits() {
        return bits;
    }
}
