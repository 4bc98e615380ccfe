/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in {@code bundles/README.md} is what the jars of the distribution really import. */
class WhoMayKnowWhomIT {
    private static final String OURS = "dev.tendon.";
    private static final Pattern ROW = Pattern.compile("\\| `(dev\\.tendon\\.[^`]+)` \\|[^|]*\\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final List<BundleHeaders> ours = TendonHost.bundles().stream()
            .map(BundleHeaders::of)
            .filter(bundle -> bundle.symbolicName().startsWith(OURS))
            .toList();

    @Test
    void everyBundleHasARowAndEveryRowABundle() throws IOException {
        assertThat(ours).extracting(BundleHeaders::symbolicName).containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    @Test
    void importsStayInsideTheTable() throws IOException {
        Map<String, String> exporters = new HashMap<>();
        ours.forEach(bundle -> bundle.exports().forEach(name -> exporters.put(name, bundle.symbolicName())));
        Map<String, Set<String>> table = table();
        Map<String, Set<String>> trespasses = new TreeMap<>();
        for (BundleHeaders bundle : ours) {
            Set<String> known = new TreeSet<>();
            for (String name : bundle.imports()) {
                if (name.startsWith(OURS)) {
                    assertThat(exporters)
                            .as("%s imports %s", bundle.symbolicName(), name)
                            .containsKey(name);
                    known.add(exporters.get(name));
                }
            }
            known.remove(bundle.symbolicName());
            known.removeAll(table.getOrDefault(bundle.symbolicName(), Set.of()));
            if (!known.isEmpty()) {
                trespasses.put(bundle.symbolicName(), known);
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void nobodyImportsDynamically() {
        assertThat(ours)
                .allSatisfy(bundle -> assertThat(bundle.dynamicImports()).isEmpty());
    }

    @Test
    void devicesAndPoliciesExportNothing() {
        assertThat(ours)
                .filteredOn(bundle ->
                        bundle.symbolicName().matches("dev\\.tendon\\.(robot|teleoperator|camera|policy)\\..*"))
                .isNotEmpty()
                .allSatisfy(bundle -> assertThat(bundle.exports()).isEmpty());
    }

    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        for (String line : Files.readAllLines(TendonHost.sources().resolve("bundles/README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> known = new TreeSet<>();
                NAME.matcher(row.group(2)).results().forEach(name -> known.add(OURS + name.group(1)));
                table.put(row.group(1), known);
            }
        }
        return table;
    }
}
