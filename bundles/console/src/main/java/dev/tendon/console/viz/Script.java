/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/**
 * A call of one of the page's functions with JSON as its argument: data that a page may load from a disk, where a browser forbids it to
 * fetch. Pure ASCII, without {@code <}, {@code >} and {@code &}. Texts of a dataset are values in it, never keys, so that none can be {@code
 * __proto__}. Thread: its creator's.
 */
final class Script {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .setCharacterEscapes(new Harmless());

    private Script() {}

    /** What is written between the brackets. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes {@code TendonViz.function({…});}. The stream stays open. */
    static void write(OutputStream out, String function, Body body) throws IOException {
        out.write(("TendonViz." + function + "(").getBytes(StandardCharsets.US_ASCII));
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        out.write(");\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Numbers as base64 of their bytes, little-endian: what a page turns into a typed array. */
    static void numbers(JsonGenerator json, boolean twice, int count, IntToDoubleFunction value) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(count, twice ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (twice) {
                bytes.putDouble(value.applyAsDouble(i));
            } else {
                bytes.putFloat((float) value.applyAsDouble(i));
            }
        }
        json.writeStringField("type", twice ? "f8" : "f4");
        json.writeBinaryField("data", bytes.array());
    }

    /** A number, or null where JSON has none for it. */
    static void number(JsonGenerator json, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 0x1p53) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    /** Escapes what means something in HTML, besides what JSON demands. */
    private static final class Harmless extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

        Harmless() {
            for (char c : new char[] {'<', '>', '&', '\'', '\u007f'}) {
                ascii[c] = CharacterEscapes.ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public SerializableString getEscapeSequence(int ch) {
            return new SerializedString(String.format(java.util.Locale.ROOT, "\\u%04x", ch));
        }
    }
}
