/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import dev.tendon.lib.djl.PyTorch;
import java.nio.file.Path;

/** The engine, with its libraries in a folder that all modules of a build share: they are 450 MB. */
final class Engines {
    private Engines() {}

    static DjlEngine djl() {
        return new DjlEngine(new PyTorch(Path.of(System.getProperty("tendon.test.home")), "test"));
    }
}
