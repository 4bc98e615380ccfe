/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.bind;

import dev.tendon.api.option.ConfigException;
import dev.tendon.config.internal.shape.Names;
import dev.tendon.config.internal.tree.Source;
import dev.tendon.config.internal.tree.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Collects every mistake, and every notice, of one reading. One thread. */
public final class Problems {
    private final String prefix;
    private final List<Supplier<String>> found = new ArrayList<>();
    private final Set<String> notices = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, String> withoutValue = new HashMap<>();

    /**
     * No problems yet.
     *
     * @param prefix what stands before an option's dotted path: {@code --} where users type options, else nothing
     */
    public Problems(String prefix) {
        this.prefix = prefix;
    }

    /** None yet, in the same wording as {@code this}: for an attempt that may fail. */
    Problems attempt() {
        return new Problems(prefix);
    }

    /** How an option is called in messages. */
    String name(String path) {
        return path.isEmpty() ? "options" : prefix + path;
    }

    /** Notes a mistake. */
    public void add(String problem) {
        found.add(() -> problem);
    }

    /** Notes a mistake in a value. */
    void wrong(String path, Value value, String wanted) {
        add(name(path) + value.source().suffix() + ": wants " + wanted + ", not " + value.shown());
    }

    /** Notes a mistake about an option. */
    void at(String path, Source source, String problem) {
        add(name(path) + source.suffix() + ": " + problem);
    }

    /** Notes an option that does not exist; the nearest known ones are looked for when all are known. */
    void unknown(String path, Source source, String owner) {
        String wellFormed = path.indexOf(':') < 0 ? "" : " In YAML a blank follows the colon.";
        found.add(() -> {
            List<String> near = Names.nearest(path, known);
            String advice = near.isEmpty()
                    ? (prefix.isEmpty() ? "" : " --help lists the options.")
                    : " Did you mean "
                            + Names.either(near.stream().map(this::name).toList()) + "?";
            return name(path) + source.suffix() + ": " + owner + "no such option." + wellFormed + advice;
        });
    }

    /** Notes that an option was given, but no value for it: so it is not missing, too. */
    public void withoutValue(String path, String problem) {
        withoutValue.put(Names.underscores(path), problem);
        add(problem);
    }

    /** Notes that an option without default was not given, unless it was and its value is what is missing. */
    void missing(List<String> paths, String problem) {
        add(paths.stream()
                .map(path -> withoutValue.get(Names.underscores(path)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(problem)); // what is noted again is told once
    }

    /** Remembers an option that exists. */
    void know(String path) {
        known.add(path);
    }

    /** Notes something that the user is to be told, though it is no mistake. Once for each text. */
    public void notice(String notice) {
        notices.add(notice);
    }

    /** Takes over what an attempt found. */
    void addAll(Problems attempt) {
        found.addAll(attempt.found);
        notices.addAll(attempt.notices);
        known.addAll(attempt.known);
    }

    /** How many mistakes there are. */
    int count() {
        return found.size();
    }

    /** The mistakes, each once. */
    public List<String> all() {
        return found.stream().map(Supplier::get).distinct().toList();
    }

    /** The notices. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigException where there are mistakes
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(all());
        }
    }
}
