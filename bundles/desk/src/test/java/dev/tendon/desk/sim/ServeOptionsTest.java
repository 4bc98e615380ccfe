/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServeOptionsTest {
    /** Not keys of a port: which arm, its name, and the link to it. */
    private static final Set<String> OF_THE_VERB = Set.of("arm", "name", "link");

    @Test
    void withoutOptionsItIsAFreshFollower() throws Exception {
        ServeOptions options = options("");
        assertThat(options.address()).isEqualTo("sim:");
        assertThat(options.leader()).isFalse();
    }

    @Test
    void everyOptionIsAKeyOfThePortUnderItsOwnName() throws Exception {
        for (RecordComponent component : ServeOptions.class.getRecordComponents()) {
            if (!OF_THE_VERB.contains(component.getName())) {
                String key = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
                assertThat(options(component.getName()).address()).isEqualTo("sim:?" + key + "=x");
            }
        }
    }

    @Test
    void aNamedArmWithSettingsIsOnePort() throws Exception {
        assertThat(options("name", "timing", "replugS").address()).isEqualTo("sim:x?timing=x&replug_s=x");
    }

    @Test
    void thereAreFollowersAndLeadersOnly() {
        assertThatThrownBy(() -> options("arm"))
                .hasRootCauseInstanceOf(ConfigException.class)
                .rootCause()
                .hasMessageContaining("follower or leader, not \"x\"");
    }

    /** All empty but those named, which are {@code x}. */
    private static ServeOptions options(String... set) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : ServeOptions.class.getRecordComponents()) {
            boolean given = Arrays.asList(set).contains(component.getName());
            if (component.getType() == String.class) {
                values.add(given ? "x" : "follower");
            } else {
                values.add(given ? Optional.of("x") : Optional.empty());
            }
        }
        return (ServeOptions) ServeOptions.class.getDeclaredConstructors()[0].newInstance(values.toArray());
    }
}
