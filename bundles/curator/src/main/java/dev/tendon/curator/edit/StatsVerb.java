/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.dataset.tool.Edits;
import dev.tendon.dataset.tool.StatisticsTable;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset stats}. */
@Component(service = Verb.class)
@VerbName("dataset stats")
@VerbGroup("Datasets")
public final class StatsVerb implements Verb<StatsOptions> {
    private static final List<String> SHOWN = List.of("min", "q01", "q50", "q99", "max", "mean", "std");

    private final Video video;

    @Activate
    public StatsVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(StatsOptions options, Console console) throws IOException, InterruptedException {
        Path root = options.dataset().open(options.folder());
        if (options.recompute()) {
            EditVerb.apply(
                    Edits.recompute(root, !options.skipImageVideo()),
                    new Target(options.output(), options.dryRun()),
                    video,
                    console);
        } else {
            show(StatisticsTable.read(root), console);
        }
        return DONE;
    }

    private static void show(List<StatisticsTable.Row> rows, Console console) {
        List<String> columns = SHOWN.stream()
                .filter(name -> rows.stream().anyMatch(row -> row.values().containsKey(name)))
                .toList();
        List<List<String>> table = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("FEATURE", "ELEMENT", "FRAMES"));
        columns.forEach(name -> heading.add(name.toUpperCase(Locale.ROOT)));
        table.add(heading);
        Map<String, Object> json = new LinkedHashMap<>();
        for (StatisticsTable.Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.feature(), row.element(), Long.toString(row.frames())));
            columns.forEach(name -> cells.add(
                    row.values().containsKey(name)
                            ? String.format(Locale.ROOT, "%.4g", row.values().get(name))
                            : ""));
            table.add(cells);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("frames", row.frames());
            values.putAll(row.values());
            json.put(row.element().isEmpty() ? row.feature() : row.feature() + "[" + row.element() + "]", values);
        }
        Columns.of(table).forEach(console::out);
        console.json(Map.of("statistics", json));
    }
}
