/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain data (maps, lists, strings, numbers, booleans, null) as JSON text. Thread: any. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The data as JSON on one line. Keys keep their order; NaN and infinities become {@code null}, which JSON has. */
    public static String line(@Nullable Object plain) {
        return write(plain, false);
    }

    /** The data as indented JSON, ending in a line break. */
    public static String pretty(@Nullable Object plain) {
        return write(plain, true) + "\n";
    }

    private static String write(@Nullable Object plain, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            if (indented) {
                DefaultIndenter lines = new DefaultIndenter("  ", "\n");
                Separators separators =
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
                out.setPrettyPrinter(new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(lines)
                        .withArrayIndenter(lines));
            }
            value(out, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void value(JsonGenerator out, @Nullable Object plain) throws IOException {
        if (plain instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(String.valueOf(entry.getKey()));
                value(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (plain instanceof Iterable<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                value(out, item);
            }
            out.writeEndArray();
        } else if (plain == null) {
            out.writeNull();
        } else if (plain instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (plain instanceof Number number) {
            number(out, number);
        } else {
            out.writeString(plain.toString());
        }
    }

    private static void number(JsonGenerator out, Number number) throws IOException {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isFinite(value)) {
                out.writeNumber(number.toString());
            } else {
                out.writeNull();
            }
        } else if (number instanceof BigDecimal || number instanceof BigInteger) {
            out.writeNumber(number.toString());
        } else {
            out.writeNumber(number.longValue());
        }
    }
}
