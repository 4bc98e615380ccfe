/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Plugins;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.gogo.ShellVerb.ShellOptions;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.internal.host.StoreFollowing;
import dev.tendon.shell.internal.host.VerbUnavailableException;
import dev.tendon.shell.internal.term.TerminalInfo;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code tendon shell}. */
@Component(service = Verb.class)
@VerbName("shell")
@VerbGroup("Host")
public final class ShellVerb implements Verb<ShellOptions> {
    private static final long PATIENCE_NS = 5_000_000_000L;
    private static final long POLL_NS = 10_000_000L;

    private final Host host;
    private final Plugins plugins;
    private final Clock clock = new SystemClock();
    private final AtomicBoolean running = new AtomicBoolean();

    /** There is a session maker only once the Gogo runtime is started. */
    @Reference(
            service = GogoSessions.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    private volatile GogoSessions sessions;

    /** Nothing to choose. */
    @Describe(
            "Open a shell in this host: every verb, and lb, scr:list, inspect; runs the lines of stdin if that is no terminal")
    public record ShellOptions() {}

    @Activate
    public ShellVerb(@Reference Host host, @Reference Plugins plugins) {
        this.host = host;
        this.plugins = plugins;
    }

    @Override
    @SuppressWarnings("try") // following does its work until it is closed
    public int run(ShellOptions options, Console console) throws Exception {
        if (!running.compareAndSet(false, true)) {
            throw new ConfigException("This is the shell already");
        }
        try (StoreFollowing following = StoreFollowing.begin(plugins, host, "shell", console)) {
            GogoSessions gogo = start();
            TerminalInfo terminal = TerminalInfo.detect();
            if (terminal.in() && terminal.out()) {
                return gogo.interactive(host.home().resolve("shell-history"));
            }
            return gogo.script();
        } finally {
            running.set(false);
        }
    }

    private GogoSessions start() throws VerbUnavailableException, InterruptedException {
        host.start("org.apache.felix.gogo.runtime");
        host.start("org.apache.felix.gogo.command");
        long deadline = clock.nanoTime() + PATIENCE_NS;
        while (true) {
            GogoSessions found = sessions;
            if (found != null) {
                return found;
            }
            if (clock.nanoTime() - deadline > 0) {
                throw new IllegalStateException("org.apache.felix.gogo.runtime offers no CommandProcessor");
            }
            clock.sleepUntil(clock.nanoTime() + POLL_NS);
        }
    }
}
