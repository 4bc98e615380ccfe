/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.info;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.config.Json;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.host.FakeHost;
import org.junit.jupiter.api.Test;

class InfoVerbTest {
    private final FakeConsole console = new FakeConsole();

    InfoVerbTest() {
        new InfoVerb(new FakeHost()).run(new InfoVerb.InfoOptions(), console);
    }

    @Test
    void printsVersionsAndEveryBundle() {
        assertThat(console.out)
                .anyMatch(line -> line.matches("tendon +0\\.1\\.0"))
                .anyMatch(line -> line.matches(
                        "java +" + System.getProperty("java.runtime.version").replace("+", "\\+")))
                .anyMatch(line -> line.matches(" +dev\\.tendon\\.robot\\.so101 +0\\.1\\.0 +resolved"));
    }

    @Test
    void givesTheSameAsData() {
        assertThat(console.result())
                .containsEntry("generation", 7L)
                .containsKeys("java_vm", "os", "cpus", "max_heap_mib", "home", "distribution");
        assertThat(Json.line(console.result()))
                .contains("{\"symbolic_name\":\"dev.tendon.robot.so101\",\"version\":\"0.1.0\","
                        + "\"state\":\"resolved\",\"location\":\"file:so101.jar\"}");
    }
}
