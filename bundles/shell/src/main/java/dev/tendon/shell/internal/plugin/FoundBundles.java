/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.plugins.repository.Repositories.Answer;
import dev.tendon.plugins.repository.Repositories.Found;
import dev.tendon.shell.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What repositories have, for people and as JSON. */
final class FoundBundles {
    private FoundBundles() {}

    /** What is about to be installed, and why. */
    static List<String> plan(Answer plan) {
        List<String> lines = new ArrayList<>();
        lines.add("To be installed:");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < plan.bundles().size(); i++) {
            Found found = plan.bundles().get(i);
            String reason = plan.reasons().get(i);
            rows.add(List.of(
                    "  " + found.symbolicName(),
                    found.version(),
                    size(found.size()),
                    "from " + found.repository(),
                    reason.isEmpty() ? "asked for" : reason));
        }
        lines.addAll(Columns.of(rows));
        return lines;
    }

    static List<String> table(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("BUNDLE", "VERSION", "SIZE", "REPOSITORY", "CHOICES", "WHAT"));
        for (Found found : answer.bundles()) {
            rows.add(List.of(
                    found.symbolicName(),
                    found.version(),
                    size(found.size()),
                    found.repository(),
                    String.join(", ", found.choices()),
                    found.description()));
        }
        return Columns.of(rows);
    }

    static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    static List<Map<String, Object>> json(Answer answer) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (int i = 0; i < answer.bundles().size(); i++) {
            Found found = answer.bundles().get(i);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("symbolic_name", found.symbolicName());
            json.put("version", found.version());
            json.put("description", found.description());
            json.put("choices", found.choices());
            json.put("size_bytes", found.size());
            json.put("sha256", found.sha256());
            json.put("repository", found.repository());
            if (i < answer.reasons().size()) {
                json.put("needed_by", answer.reasons().get(i));
            }
            list.add(json);
        }
        return list;
    }
}
