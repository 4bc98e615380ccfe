/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.info;

import dev.tendon.api.option.Describe;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.internal.host.Host.HostBundle;
import dev.tendon.shell.internal.info.InfoVerb.InfoOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon info}. */
@Component
@VerbName("info")
@VerbGroup("Host")
public final class InfoVerb implements Verb<InfoOptions> {
    private static final long MIB = 1024L * 1024;

    private final Host host;

    /** Nothing to choose. */
    @Describe("Print versions of everything, for a bug report")
    public record InfoOptions() {}

    @Activate
    public InfoVerb(@Reference Host host) {
        this.host = host;
    }

    @Override
    public int run(InfoOptions options, Console console) {
        List<HostBundle> bundles = host.bundles();
        Map<String, Object> facts = facts();
        List<List<String>> rows = new ArrayList<>();
        facts.forEach((name, value) -> rows.add(List.of(name, String.valueOf(value))));
        Columns.of(rows).forEach(console::out);
        console.out("bundles");
        Columns.of(bundles.stream()
                        .map(bundle -> List.of("", bundle.symbolicName(), bundle.version(), bundle.state()))
                        .toList())
                .forEach(console::out);
        Map<String, Object> json = new LinkedHashMap<>(facts);
        json.put("bundles", bundles.stream().map(InfoVerb::json).toList());
        console.json(json);
        return DONE;
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("tendon", host.version());
        facts.put("java", System.getProperty("java.runtime.version"));
        facts.put("java_vm", System.getProperty("java.vm.name"));
        facts.put("java_vendor", System.getProperty("java.vendor"));
        facts.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("cpus", Runtime.getRuntime().availableProcessors());
        facts.put("max_heap_mib", Runtime.getRuntime().maxMemory() / MIB);
        facts.put("home", host.home().toString());
        facts.put("distribution", host.distribution().toString());
        facts.put("generation", host.generation());
        return facts;
    }

    private static Map<String, Object> json(HostBundle bundle) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("symbolic_name", bundle.symbolicName());
        json.put("version", bundle.version());
        json.put("state", bundle.state());
        json.put("location", bundle.location());
        return json;
    }
}
