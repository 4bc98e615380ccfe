/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host of two bundles. */
public final class FakeHost implements Host {
    public final List<String> started = new ArrayList<>();
    public boolean stopping;

    @Override
    public Path home() {
        return Path.of("home");
    }

    @Override
    public Path distribution() {
        return Path.of("distribution");
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public long generation() {
        return 7;
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    @Override
    public List<HostBundle> bundles() {
        return List.of(
                new HostBundle("org.apache.felix.framework", "7.0.5", "active", "System Bundle"),
                new HostBundle("dev.tendon.robot.so101", "0.1.0", "resolved", "file:so101.jar"));
    }

    @Override
    public void start(String symbolicName) {
        started.add(symbolicName);
    }
}
