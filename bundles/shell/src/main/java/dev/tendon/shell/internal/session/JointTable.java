/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.feature.Features;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.shell.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A running session as a table of joints with a line of figures. Immutable. */
final class JointTable {
    private final List<String> actions;
    private final Map<String, Integer> observed = new TreeMap<>();
    private final double fps;

    JointTable(Features observation, Features action, double fps) {
        actions = action.layout().valueNames();
        List<String> names = observation.layout().valueNames();
        for (int slot = 0; slot < names.size(); slot++) {
            observed.put(names.get(slot), slot);
        }
        this.fps = fps;
    }

    List<String> lines(SessionSnapshot snapshot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("JOINT", "   WANTED", "     SENT", " OBSERVED"));
        for (int slot = 0; slot < actions.size(); slot++) {
            String name = actions.get(slot);
            Integer seen = observed.get(name);
            rows.add(List.of(
                    name,
                    number(snapshot.wanted(slot)),
                    number(snapshot.sent(slot)),
                    number(seen == null ? Double.NaN : snapshot.observed(seen))));
        }
        List<String> lines = new ArrayList<>(Columns.of(rows));
        lines.add(line(snapshot));
        return lines;
    }

    /** The same in one line, without the joints. */
    String line(SessionSnapshot snapshot) {
        return String.format(
                        Locale.ROOT,
                        "tick %d, %.1f of %.1f per second, late %.0f µs (worst %.0f), missed %d, held %d, bus: %d retries, %d checksum, %d failed",
                        snapshot.tick() + 1,
                        snapshot.fps(),
                        fps,
                        snapshot.latenessUs(),
                        snapshot.worstLatenessUs(),
                        snapshot.missedTicks(),
                        snapshot.counters().heldTicks(),
                        snapshot.counters().bus().retries(),
                        snapshot.counters().bus().checksumErrors(),
                        snapshot.counters().errors())
                + cameras(snapshot.counters().cameras());
    }

    /** Those that miss pictures. */
    private static String cameras(List<CameraTicks> cameras) {
        StringBuilder text = new StringBuilder();
        for (CameraTicks ticks : cameras) {
            if (ticks.total() > 0) {
                text.append(", camera ")
                        .append(ticks.camera())
                        .append(": ")
                        .append(ticks.stale())
                        .append(" stale, ")
                        .append(ticks.lost())
                        .append(" lost");
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "        –" : String.format(Locale.ROOT, "%9.2f", value);
    }
}
