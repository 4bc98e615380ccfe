/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.plugin.FakePlugins;
import org.junit.jupiter.api.Test;

class StoreFollowingTest {
    private final FakePlugins plugins = new FakePlugins();
    private final FakeConsole console = new FakeConsole();

    @Test
    @SuppressWarnings("try") // it follows until it is closed
    void followsUntilItIsClosed() {
        try (StoreFollowing following = StoreFollowing.begin(plugins, new FakeHost(), "replay", console)) {
            assertThat(plugins.asked).containsExactly("store home", "follow replay");
        }
        assertThat(plugins.asked).last().isEqualTo("unfollow replay");
    }

    @Test
    void announcesOnTheVerbsConsole() {
        plugins.announces = "com.example.arm: exchanged";
        StoreFollowing.begin(plugins, new FakeHost(), "replay", console).close();

        assertThat(console.err).containsExactly("com.example.arm: exchanged");
    }

    @Test
    void warnsOfAStoreThatCannotBeReadAndGoesOn() {
        plugins.unreadable = true;
        StoreFollowing.begin(plugins, new FakeHost(), "replay", console).close();

        assertThat(console.err)
                .singleElement()
                .asString()
                .startsWith("warning: ")
                .contains("home is no folder");
    }
}
