/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import java.util.Arrays;

/** An attribute of a node: AttributeProto in onnx.proto. */
sealed interface Attribute {
    String name();

    record Whole(String name, long value) implements Attribute {}

    record Decimal(String name, float value) implements Attribute {}

    @SuppressWarnings("ArrayRecordComponent") // never handed out
    record Wholes(String name, long[] values) implements Attribute {}

    /** Its message. */
    default ProtoWriter message() {
        ProtoWriter out = new ProtoWriter().text(1, name());
        if (this instanceof Whole whole) {
            return out.number(3, whole.value()).number(20, 2);
        } else if (this instanceof Decimal decimal) {
            return out.number32(2, decimal.value()).number(20, 1);
        }
        Arrays.stream(((Wholes) this).values()).forEach(value -> out.number(8, value));
        return out.number(20, 7);
    }
}
