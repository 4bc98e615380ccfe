/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.config.CommandLine;
import dev.tendon.shell.internal.FakeCatalog;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.info.SchemaVerb.SchemaOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaVerbTest {
    private static SchemaOptions options(String... args) {
        return new CommandLine(new FakeCatalog())
                .parse(SchemaOptions.class, List.of(args))
                .options();
    }

    @Test
    void oneChoiceIsToBeNamed() {
        assertThatThrownBy(() -> options())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Of which choice?");
        assertThatThrownBy(() -> options("--robot.type=a", "--policy.type=b")).isInstanceOf(ConfigException.class);
    }

    @Test
    void anUnknownChoiceIsTold() {
        assertThatThrownBy(
                        () -> new SchemaVerb(new FakeCatalog()).run(options("--robot.type=nobody"), new FakeConsole()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("There is no robot nobody");
        assertThat(options("--robot.type=nobody").robot().type()).contains("nobody");
    }
}
