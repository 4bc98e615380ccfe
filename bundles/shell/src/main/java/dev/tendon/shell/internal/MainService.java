/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import java.util.List;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the launcher calls with the process's arguments, in the main thread; the answer is the exit code. */
@Component(service = ToIntFunction.class, property = "tendon.main:Boolean=true")
public final class MainService implements ToIntFunction<String[]> {
    private final Verbs verbs;

    @Activate
    public MainService(@Reference Verbs verbs) {
        this.verbs = verbs;
    }

    @Override
    public int applyAsInt(String[] args) {
        return verbs.run("tendon", List.of(args));
    }
}
