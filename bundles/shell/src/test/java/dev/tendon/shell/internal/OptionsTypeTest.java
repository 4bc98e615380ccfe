/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import org.junit.jupiter.api.Test;

class OptionsTypeTest {
    record None() {}

    abstract static class Base<X, O extends Record> implements Verb<O> {
        @Override
        public int run(O options, Console console) {
            return DONE;
        }
    }

    static final class Direct extends Base<String, None> {}

    static final class Open<O extends Record> extends Base<String, O> {}

    @Test
    void findsTheRecordThroughGenericSuperclasses() {
        assertThat(OptionsType.of(Direct.class)).isEqualTo(None.class);
    }

    @Test
    void namesAClassThatLeavesItOpen() {
        assertThatThrownBy(() -> OptionsType.of(Open.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Open.class.getName());
    }
}
