/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.plugins.repository.Repositories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Repositories that have an arm and what it needs. */
public final class FakeRepositories implements Repositories {
    public final List<Repository> list = new ArrayList<>();
    public Answer answer = new Answer(
            List.of(found("acme.arm", "The arm"), found("acme.bus", "")), List.of("", "acme.arm needs it"), List.of());

    private static Found found(String name, String description) {
        return new Found(name, "1.0.0", description, List.of("robot acme_arm"), 1500, "a".repeat(64), "shop");
    }

    @Override
    public List<Repository> list() {
        return List.copyOf(list);
    }

    @Override
    public Repository add(String name, List<String> urls) {
        Repository added = new Repository(name, urls);
        list.add(added);
        return added;
    }

    @Override
    public boolean remove(String name) {
        return list.removeIf(repository -> repository.name().equals(name));
    }

    @Override
    public Indexed index(Path folder, String name) {
        return new Indexed(folder.resolve("index.xml"), 2, List.of("letter.jar is no bundle"));
    }

    @Override
    public Answer search(List<String> words, Optional<String> only) {
        return answer;
    }

    @Override
    public Answer plan(List<String> names, Optional<String> only) {
        return answer;
    }

    @Override
    public List<Path> download(Answer plan, Optional<String> only, Consumer<String> progress) {
        return List.of(Path.of("kept/arm.jar"), Path.of("kept/bus.jar"));
    }
}
