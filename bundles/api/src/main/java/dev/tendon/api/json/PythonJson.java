/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Python's {@code json} module writes it: spaces after comma and colon, or four columns of indent; numbers as its {@code
 * repr} has them. Values are {@code Map}, {@code Collection}, {@code CharSequence}, {@code Number}, {@code Boolean} and null.
 */
public final class PythonJson {
    private static final int INDENT = 4;

    private final StringBuilder out = new StringBuilder();
    private final int indent;
    private final boolean ascii;

    /** {@code indent} columns a level; 0: all on one line. */
    private PythonJson(int indent, boolean ascii) {
        this.indent = indent;
        this.ascii = ascii;
    }

    /** {@code json.dumps(value, indent=4, ensure_ascii=False)}. */
    public static String indented(@Nullable Object value) {
        return new PythonJson(INDENT, false).value(value, 0).out.toString();
    }

    /** {@code json.dumps(value, ensure_ascii=False)}. */
    public static String line(@Nullable Object value) {
        return new PythonJson(0, false).value(value, 0).out.toString();
    }

    /** {@code json.dumps(value)}. */
    public static String ascii(@Nullable Object value) {
        return new PythonJson(0, true).value(value, 0).out.toString();
    }

    /** {@code json.dumps(value, indent=indent)}, from 1 on. */
    public static String ascii(@Nullable Object value, int indent) {
        return new PythonJson(indent, true).value(value, 0).out.toString();
    }

    private PythonJson value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            container('{', '}', map.entrySet(), depth);
        } else if (value instanceof Collection<?> list) {
            container('[', ']', list, depth);
        } else if (value instanceof CharSequence text) {
            text(text);
        } else if (value instanceof Double || value instanceof Float) {
            out.append(number(((Number) value).doubleValue()));
        } else {
            out.append(value);
        }
        return this;
    }

    private void container(char open, char close, Collection<?> entries, int depth) {
        out.append(open);
        for (Iterator<?> rest = entries.iterator(); rest.hasNext(); ) {
            newLine(depth + 1);
            Object entry = rest.next();
            if (open == '{' && entry instanceof Map.Entry<?, ?> pair) {
                text(String.valueOf(pair.getKey()));
                out.append(": ");
                value(pair.getValue(), depth + 1);
            } else {
                value(entry, depth + 1);
            }
            if (rest.hasNext()) {
                out.append(indent > 0 ? "," : ", ");
            }
        }
        if (!entries.isEmpty()) {
            newLine(depth);
        }
        out.append(close);
    }

    private void newLine(int depth) {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(indent * depth));
        }
    }

    private void text(CharSequence text) {
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
                    if (c < ' ' || (ascii && c > '~')) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** A number as Python writes it: the fewest digits that mean it, an exponent below 10<sup>-4</sup> and from 10<sup>16</sup> on. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        } else if (value == 0) {
            return 1 / value > 0 ? "0.0" : "-0.0";
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().abs().toString();
        int point = digits.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (point > 16 || point <= -4) {
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return sign + digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-")
                    + String.format(Locale.ROOT, "%02d", Math.abs(point - 1));
        } else if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return sign
                + (digits.length() > point
                        ? digits.substring(0, point) + "." + digits.substring(point)
                        : digits + "0".repeat(point - digits.length()) + ".0");
    }

    /** Java 17's own text has a digit too many now and then. */
    private static BigDecimal shortest(double value) {
        BigDecimal known = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        while (known.precision() > 1) {
            BigDecimal shorter = new BigDecimal(value)
                    .round(new MathContext(known.precision() - 1, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros();
            if (shorter.doubleValue() != value) {
                break;
            }
            known = shorter;
        }
        return known;
    }
}
