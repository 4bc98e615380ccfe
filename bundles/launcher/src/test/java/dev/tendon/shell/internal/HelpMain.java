/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Stands in for the shell's help: says what it was given. */
public final class HelpMain {
    private HelpMain() {}

    public static int main(String[] args, List<Path> jars) {
        LoggerFactory.getLogger(HelpMain.class);
        System.out.println("help for " + List.of(args) + " from "
                + jars.stream().map(jar -> jar.getFileName().toString()).toList() + " by "
                + HelpMain.class.getClassLoader().getClass().getSimpleName());
        return 0;
    }
}
