/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.bind;

import dev.tendon.config.internal.shape.Names;
import dev.tendon.config.internal.shape.OptionType.Basic;
import dev.tendon.config.internal.shape.OptionType.Words;
import dev.tendon.config.internal.tree.PlainData;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts as booleans, numbers, paths and words. Each gives null for what the type does not take. */
final class Texts {
    private Texts() {}

    /**
     * The text as a value of a type.
     *
     * @param strict whether quotes make it text and nothing else: in a union, {@code "0"} is a name and {@code 0} an index
     */
    static @Nullable Object value(Basic type, Scalar scalar, boolean strict) {
        String text = scalar.text();
        boolean onlyText = strict && scalar.style() == Style.QUOTED;
        return switch (type) {
            case BOOLEAN -> onlyText ? null : bool(text, strict);
            case INT -> onlyText ? null : integer(text);
            case LONG -> onlyText ? null : PlainData.whole(text);
            case DOUBLE -> onlyText && !text.endsWith(".inf") && !text.equals(".nan") ? null : PlainData.number(text);
            case STRING -> text;
            case PATH -> path(text);
            case ANY -> throw new IllegalArgumentException("read as plain data");
        };
    }

    /** The constant that goes by the text. */
    static @Nullable Object word(Words type, Scalar scalar) {
        String text = Names.underscores(scalar.text()).toLowerCase(Locale.ROOT);
        for (Words.Word word : type.words()) {
            if (word.name().equals(text) || word.aliases().contains(scalar.text())) {
                return word.constant();
            }
        }
        return null;
    }

    /** YAML 1.1's words, which PyYAML and so LeRobot takes. */
    /** Python's truth values are whole numbers, and some of LeRobot's files have them so; where a number would do as well, it is one. */
    private static @Nullable Boolean bool(String text, boolean strict) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            case "1" -> strict ? null : (Boolean) true;
            case "0" -> strict ? null : (Boolean) false;
            default -> null;
        };
    }

    private static @Nullable Integer integer(String text) {
        Long whole = PlainData.whole(text);
        return whole == null || whole != whole.intValue() ? null : (Integer) whole.intValue();
    }

    /** {@code ~} is the home folder, since no shell replaces it after an equals sign. */
    private static @Nullable Path path(String text) {
        try {
            boolean home = text.equals("~") || text.startsWith("~/");
            return home ? Path.of(System.getProperty("user.home") + text.substring(1)) : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
