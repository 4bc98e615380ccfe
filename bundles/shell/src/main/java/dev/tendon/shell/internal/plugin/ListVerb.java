/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.Describe;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.PluginInfo;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.internal.plugin.ListVerb.ListOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins list}. */
@Component
@VerbName("plugins list")
@VerbGroup("Plugins")
public final class ListVerb implements Verb<ListOptions> {
    private final Plugins plugins;
    private final Host host;

    /** Nothing to choose. */
    @Describe("List the bundles of the distribution and the store, and where a running host differs")
    public record ListOptions() {}

    @Activate
    public ListVerb(@Reference Plugins plugins, @Reference Host host) {
        this.plugins = plugins;
        this.host = host;
    }

    @Override
    public int run(ListOptions options, Console console) throws IOException {
        PluginStore store = plugins.store(host.home());
        List<PluginInfo> list = store.list();
        List<HostReport> hosts = plugins.hosts(store);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("BUNDLE", "VERSION", "FROM", "STATE", "CHOICES"));
        for (PluginInfo plugin : list) {
            String state = word(plugin.state()) + (plugin.why().isEmpty() ? "" : ": " + plugin.why());
            rows.add(List.of(
                    plugin.symbolicName(),
                    plugin.version(),
                    word(plugin.origin()),
                    state,
                    String.join(", ", plugin.choices())));
        }
        Columns.of(rows).forEach(console::out);
        hosts.forEach(report -> tell(report, console));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("generation", store.generation());
        json.put("plugins", list.stream().map(ListVerb::json).toList());
        json.put("hosts", hosts.stream().map(StoreChanges::json).toList());
        console.json(json);
        return DONE;
    }

    private static void tell(HostReport report, Console console) {
        String name = StoreChanges.name(report);
        console.out(name + " runs generation " + report.generation());
        for (HostReport.Difference difference : report.differences()) {
            console.out("  " + difference.symbolicName() + ": runs " + orNone(difference.running()) + " instead of "
                    + orNone(difference.wanted()) + ": " + difference.why());
        }
    }

    private static String orNone(String version) {
        return version.isEmpty() ? "none" : version;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> json(PluginInfo plugin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("symbolic_name", plugin.symbolicName());
        json.put("version", plugin.version());
        json.put("origin", word(plugin.origin()));
        json.put("state", word(plugin.state()));
        json.put("why", plugin.why());
        json.put("choices", plugin.choices());
        return json;
    }
}
