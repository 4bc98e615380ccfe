/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.tree;

/**
 * Where a value was given. What ranks higher overrides.
 *
 * @param layer the kind of place
 * @param depth of an option: how many names its dotted path has; the more specific option overrides
 * @param place file, line and column; empty for the command line
 */
public record Source(Layer layer, int depth, String place) {
    /** Kinds of places, the weakest first. */
    public enum Layer {
        /** {@code @Default} on a component. */
        DEFAULT,
        /** The {@code config.json} of a folder given as {@code --policy.path}. */
        CHECKPOINT,
        /** The file given as {@code --config_path}, or plain data. */
        FILE,
        /** The command line. */
        OPTION
    }

    /** The default of a component. */
    public static final Source DEFAULT = new Source(Layer.DEFAULT, 0, "");

    /** Plain data from a program. */
    public static final Source DATA = new Source(Layer.FILE, 0, "");

    /** An option whose dotted path has {@code depth} names. */
    public static Source option(int depth) {
        return new Source(Layer.OPTION, depth, "");
    }

    /** A place in a file. */
    public static Source at(Layer layer, String file, int line, int column) {
        return new Source(layer, 0, file + ":" + line + ":" + column);
    }

    /** Whether the user typed it as an option. */
    public boolean isOption() {
        return layer == Layer.OPTION;
    }

    /** For messages: the place in parentheses after a blank, or nothing. */
    public String suffix() {
        return place.isEmpty() ? "" : " (" + place + ")";
    }
}
