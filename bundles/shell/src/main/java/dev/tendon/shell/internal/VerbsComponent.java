/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.time.SystemClock;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.internal.term.Streams;
import dev.tendon.shell.internal.term.TerminalInfo;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The verbs of this host, over Declarative Services; holds service objects, so that a verb is activated only to run. */
@Component
public final class VerbsComponent implements Verbs {
    private static final long PATIENCE_NS = 5_000_000_000L;

    private final VerbTable table;
    private final VerbRunner runner;
    private final TerminalInfo terminal = TerminalInfo.detect();

    @Reference(service = Verb.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ComponentServiceObjects<Verb<?>>> services = List.of();

    @Activate
    public VerbsComponent(
            @Reference ChoiceCatalog catalog, @Reference ServiceComponentRuntime components, @Reference Host host) {
        SystemClock clock = new SystemClock();
        table = new VerbTable(() -> services, components, clock, PATIENCE_NS);
        runner = new VerbRunner(table, catalog, host, clock);
    }

    @Override
    public Set<String> names() {
        return table.names();
    }

    @Override
    public int run(String command, List<String> args) {
        return runner.run(command, args, Streams.current(), terminal);
    }
}
