/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain data (maps, lists, texts, numbers, truth values, null) as Python's {@code json.dump} writes it, so that files which LeRobot writes
 * come out byte for byte. Thread: any.
 */
public final class PythonJson {
    /** Python writes numbers from here on with an exponent: repr's rule (CPython, {@code float_repr_style} short). */
    private static final int EXPONENT_FROM = 16;

    private static final int EXPONENT_BELOW = -4;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_ASCII = 0x7e;

    private final int indent;
    private final boolean ascii;
    private final StringBuilder out = new StringBuilder();

    private PythonJson(int indent, boolean ascii) {
        this.indent = indent;
        this.ascii = ascii;
    }

    /** As {@code json.dumps(plain, indent=indent)}, without a line break at the end. */
    public static String text(@Nullable Object plain, int indent) {
        return text(plain, indent, true);
    }

    /** As {@code json.dumps(plain, indent=indent, ensure_ascii=ascii)}. */
    public static String text(@Nullable Object plain, int indent, boolean ascii) {
        PythonJson json = new PythonJson(indent, ascii);
        json.value(plain, 0);
        return json.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
            out.append('{');
            while (entries.hasNext()) {
                Map.Entry<?, ?> entry = entries.next();
                line(depth + 1);
                string(String.valueOf(entry.getKey()));
                out.append(": ");
                value(entry.getValue(), depth + 1);
                end(entries.hasNext(), depth);
            }
            out.append('}');
        } else if (value instanceof Iterable<?> list) {
            Iterator<?> items = list.iterator();
            out.append('[');
            while (items.hasNext()) {
                line(depth + 1);
                value(items.next(), depth + 1);
                end(items.hasNext(), depth);
            }
            out.append(']');
        } else if (value instanceof Double || value instanceof Float) {
            out.append(number(((Number) value).doubleValue()));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString());
        }
    }

    private void end(boolean more, int depth) {
        if (more) {
            out.append(',');
        } else {
            line(depth);
        }
    }

    private void line(int depth) {
        out.append('\n').append(" ".repeat(indent * depth));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < FIRST_PRINTABLE || (ascii && c > LAST_ASCII)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Python's {@code repr} of a float: the fewest digits that are read back as the same number. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        } else if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (exponent < EXPONENT_BELOW || exponent >= EXPONENT_FROM) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                    + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        }
        String plain = shortest.abs().toPlainString();
        return sign + (plain.contains(".") ? plain : plain + ".0");
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; ; digits++) {
            BigDecimal rounded = exact.round(new java.math.MathContext(digits, java.math.RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
    }
}
