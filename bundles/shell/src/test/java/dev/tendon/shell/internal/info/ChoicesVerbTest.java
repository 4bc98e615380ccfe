/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.info;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.config.Json;
import dev.tendon.config.RefusedChoice;
import dev.tendon.shell.internal.FakeCatalog;
import dev.tendon.shell.internal.FakeConsole;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesVerbTest {
    record None() {}

    private final FakeCatalog catalog =
            new FakeCatalog().with("robot", "arm", List.of("old_arm"), "An arm", None.class);
    private final FakeConsole console = new FakeConsole();

    private void list() {
        assertThat(new ChoicesVerb(catalog).run(new ChoicesVerb.ChoicesOptions(), console))
                .isZero();
    }

    @Test
    void listsEachChoiceWithItsBundle() {
        list();

        assertThat(console.out)
                .containsExactly(
                        "REGISTRY  CHOICE  ALIASES  BUNDLE           VERSION  DESCRIPTION",
                        "robot     arm     old_arm  com.example.arm  1.2.3    An arm");
    }

    @Test
    void activatesNoComponent() {
        list();

        assertThat(catalog.asked).isZero();
    }

    @Test
    void warnsOfARefusedClaimAndNamesBothBundles() {
        catalog.refused.add(new RefusedChoice("robot", "arm", "com.example.copy", "2.0.0", "com.example.arm"));
        list();

        assertThat(console.err)
                .singleElement()
                .asString()
                .startsWith("warning: com.example.copy 2.0.0 offers robot arm")
                .contains("com.example.arm has the name");
    }

    @Test
    void givesChoicesAndRefusedClaimsAsData() {
        catalog.refused.add(new RefusedChoice("robot", "arm", "com.example.copy", "2.0.0", "com.example.arm"));
        list();

        assertThat(Json.line(console.result()))
                .isEqualTo("{\"choices\":[{\"registry\":\"robot\",\"choice\":\"arm\",\"aliases\":[\"old_arm\"],"
                        + "\"bundle\":\"com.example.arm\",\"version\":\"1.2.3\",\"description\":\"An arm\"}],"
                        + "\"refused\":[{\"registry\":\"robot\",\"choice\":\"arm\",\"bundle\":\"com.example.copy\","
                        + "\"version\":\"2.0.0\",\"keeper\":\"com.example.arm\"}]}");
    }
}
