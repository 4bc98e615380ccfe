/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One state of the store, as a file of lines:
 *
 * <pre>
 * tendon-plugins 1
 * generation 7
 * plugin dev.tendon.robot.so101 0.1.1 3fa0…c2 newest so101.jar
 * disabled dev.tendon.policy.hold
 * end 4
 * </pre>
 *
 * The first line names the format, the last one counts the lines before it, so that a torn file is recognised.
 *
 * @param number counts up with each change; 0: nothing was ever changed
 * @param plugins by symbolic name, which is unique
 * @param disabled symbolic names that are out of use, in the store or in the distribution
 */
public record Generation(long number, List<Plugin> plugins, SortedSet<String> disabled) {
    /** Before the first change. */
    public static final Generation NONE = new Generation(0, List.of(), new TreeSet<>());

    private static final String FORMAT = "tendon-plugins 1";

    public Generation {
        plugins = plugins.stream()
                .sorted(Comparator.comparing(Plugin::symbolicName))
                .toList();
        disabled = Collections.unmodifiableSortedSet(new TreeSet<>(disabled));
    }

    /**
     * A plugin of the store.
     *
     * @param sha256 its jar
     * @param pinned whether it is used although the distribution has a higher version
     * @param fileName what the jar was called when it was installed
     */
    public record Plugin(String symbolicName, BundleVersion version, String sha256, boolean pinned, String fileName) {}

    /** The plugin of that symbolic name. */
    public Optional<Plugin> plugin(String symbolicName) {
        return plugins.stream()
                .filter(plugin -> plugin.symbolicName().equals(symbolicName))
                .findFirst();
    }

    /** The file's text. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(FORMAT, "generation " + number));
        for (Plugin plugin : plugins) {
            lines.add(String.join(
                    " ",
                    "plugin",
                    plugin.symbolicName(),
                    plugin.version().toString(),
                    plugin.sha256(),
                    plugin.pinned() ? "pinned" : "newest",
                    plugin.fileName().replaceAll("\\R", "_")));
        }
        for (String name : disabled) {
            lines.add("disabled " + name);
        }
        lines.add("end " + lines.size());
        return String.join("\n", lines) + "\n";
    }

    /**
     * Reads the file's text.
     *
     * @throws IllegalArgumentException if it is no complete generation
     */
    public static Generation parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("the first line is not \"" + FORMAT + "\"");
        }
        int last = lines.size() - 1;
        if (!text.endsWith("\n") || !lines.get(last).equals("end " + last)) {
            throw new IllegalArgumentException("the last line is missing: the file was torn");
        }
        Long number = null;
        List<Plugin> plugins = new ArrayList<>();
        SortedSet<String> disabled = new TreeSet<>();
        for (String line : lines.subList(1, last)) {
            String[] words = line.split(" ", 6);
            if (words[0].equals("generation") && words.length == 2) {
                number = Long.valueOf(words[1]);
            } else if (words[0].equals("disabled") && words.length == 2) {
                disabled.add(words[1]);
            } else if (words[0].equals("plugin") && words.length == 6) {
                plugins.add(new Plugin(
                        words[1],
                        BundleVersion.parse(words[2]),
                        checkedHash(words[3]),
                        words[4].equals("pinned"),
                        words[5]));
            } else {
                throw new IllegalArgumentException("\"" + line + "\" is not understood");
            }
        }
        return new Generation(checkedNumber(number), plugins, disabled);
    }

    private static long checkedNumber(@Nullable Long number) {
        if (number == null || number < 1) {
            throw new IllegalArgumentException("the generation's number is missing");
        }
        return number;
    }

    private static String checkedHash(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is not a SHA-256");
        }
        return sha256;
    }
}
