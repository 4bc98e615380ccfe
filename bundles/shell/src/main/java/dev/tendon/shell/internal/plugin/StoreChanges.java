/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.plugins.Change;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.repository.Repositories.Answer;
import dev.tendon.shell.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells what a change of the store did, and what the running hosts made of it. */
final class StoreChanges {
    /** Hosts promise to take a change within two seconds; they get a little more, so that a late one is told as late. */
    private static final Duration HOSTS_LIMIT = Duration.ofMillis(2500);

    private StoreChanges() {}

    static void report(PluginStore store, Change change, Console console) throws IOException, InterruptedException {
        report(store, change, Optional.empty(), console);
    }

    /** As {@link #report(PluginStore, Change, Console)}, with what came from repositories. */
    static void report(PluginStore store, Change change, Optional<Answer> plan, Console console)
            throws IOException, InterruptedException {
        change.lines().forEach(console::out);
        if (change.items().isEmpty()) {
            console.out("Nothing changed");
        }
        List<HostReport> hosts = change.items().isEmpty() ? List.of() : store.awaitHosts(HOSTS_LIMIT);
        for (HostReport report : hosts) {
            if (report.generation() < change.generation()) {
                console.out(name(report) + " has not answered yet; tendon plugins list shows what it runs");
            }
            report.said().forEach(line -> console.out(name(report) + ": " + line));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("generation", change.generation());
        json.put("items", change.items().stream().map(StoreChanges::json).toList());
        json.put("notes", change.notes());
        json.put("hosts", hosts.stream().map(StoreChanges::json).toList());
        plan.ifPresent(answer -> json.put("plan", FoundBundles.json(answer)));
        console.json(json);
    }

    /** {@code replay (pid 4711)}. */
    static String name(HostReport report) {
        return report.host() + " (pid " + report.pid() + ")";
    }

    private static Map<String, Object> json(Change.Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action", item.action().name().toLowerCase(Locale.ROOT));
        json.put("symbolic_name", item.symbolicName());
        json.put("from", item.from());
        json.put("to", item.to());
        json.put("next_start", item.nextStart());
        return json;
    }

    static Map<String, Object> json(HostReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pid", report.pid());
        json.put("host", report.host());
        json.put("generation", report.generation());
        json.put("said", report.said());
        json.put(
                "differences",
                report.differences().stream().map(StoreChanges::json).toList());
        return json;
    }

    private static Map<String, Object> json(HostReport.Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("symbolic_name", difference.symbolicName());
        json.put("wanted", difference.wanted());
        json.put("running", difference.running());
        json.put("why", difference.why());
        return json;
    }
}
