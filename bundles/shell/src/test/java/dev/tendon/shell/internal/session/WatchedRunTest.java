/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.runtime.Ending;
import dev.tendon.runtime.SessionReport;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.host.FakeHost;
import dev.tendon.shell.internal.plugin.FakePlugins;
import org.junit.jupiter.api.Test;

class WatchedRunTest {
    private final FakePlugins plugins = new FakePlugins();
    private final FakeSessions session = new FakeSessions();
    private final FakeHost host = new FakeHost();
    private final FakeConsole console = new FakeConsole();

    private SessionReport run() throws InterruptedException {
        return new WatchedRun("replay", (snapshot, live) -> {}, 30, true)
                .of(session, plugins, host, console, new SteppedClock());
    }

    @Test
    void takesPluginUpdatesWhileTheSessionRuns() throws Exception {
        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
        assertThat(plugins.asked).containsExactly("store home", "follow replay", "unfollow replay");
        assertThat(session.did).containsExactly("run");
    }

    @Test
    void doesNotBeginWhatIsToEndThoughTheInterruptWasSwallowed() {
        host.stopping = true;

        assertThatThrownBy(this::run).isInstanceOf(InterruptedException.class);
        assertThat(session.did).isEmpty();
    }

    @Test
    void runsWithoutUpdatesWhereTheStoreCannotBeRead() throws Exception {
        plugins.unreadable = true;

        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
        assertThat(console.err).singleElement().asString().startsWith("warning: ");
    }

    @Test
    void stopsFollowingThoughTheSessionThrows() {
        session.throwsAtRun = new IllegalStateException("bug");

        assertThatThrownBy(this::run).hasMessage("bug");
        assertThat(plugins.asked).endsWith("unfollow replay");
    }
}
