/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Layout;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One value to be shown over time: what is wanted and sent, and what is observed under the same name.
 *
 * @param action its slot in the action; -1 where it is only observed
 * @param observed its slot in the observation; -1 where it is not observed
 * @param low the lowest that it can reach; NaN where not known
 * @param high the highest
 */
record Row(String name, String unit, int action, int observed, double low, double high) {
    /** What is sent, in the order of the action; then what is only observed. */
    static List<Row> of(Session session) {
        Features action = session.actionFeatures();
        Features observation = session.observationFeatures();
        List<String> sent = action.layout().valueNames();
        List<String> seen = observation.layout().valueNames();
        List<String> units = units(action);
        Optional<JointRanges> ranges = session.ranges();
        List<Row> rows = new ArrayList<>();
        for (int slot = 0; slot < sent.size(); slot++) {
            int at = slot;
            rows.add(new Row(
                    sent.get(slot),
                    units.get(slot),
                    slot,
                    seen.indexOf(sent.get(slot)),
                    ranges.map(r -> r.low(at)).orElse(Double.NaN),
                    ranges.map(r -> r.high(at)).orElse(Double.NaN)));
        }
        List<String> seenUnits = units(observation);
        for (int slot = 0; slot < seen.size(); slot++) {
            if (!sent.contains(seen.get(slot))) {
                rows.add(new Row(seen.get(slot), seenUnits.get(slot), -1, slot, Double.NaN, Double.NaN));
            }
        }
        return rows;
    }

    private static List<String> units(Features features) {
        Layout layout = features.layout();
        List<String> units = new ArrayList<>();
        for (Feature feature : features.list()) {
            for (int i = 0; feature.numeric() && i < feature.elements(); i++) {
                units.add(feature.unit());
            }
        }
        assert units.size() == layout.values();
        return units;
    }

    double wanted(SessionSnapshot snapshot) {
        return action < 0 ? Double.NaN : snapshot.wanted(action);
    }

    double sent(SessionSnapshot snapshot) {
        return action < 0 ? Double.NaN : snapshot.sent(action);
    }

    double observed(SessionSnapshot snapshot) {
        return observed < 0 ? Double.NaN : snapshot.observed(observed);
    }
}
