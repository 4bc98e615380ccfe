/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.runtime.SessionReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the set-ups of {@code tendon bench teleop} came to. */
record TeleopFigures(List<Part> parts) {
    /** The share of ticks that must allocate nothing for {@code bytes_per_tick} to be 0. */
    private static final double CLEAN_SHARE = 0.999;

    /**
     * A set-up.
     *
     * @param setUp which
     * @param floorUs how long the questions, answers and return delays that a tick waits for are on the wires, by the
     *     simulator's own count
     * @param wireUs how long all that a tick sends and receives is
     * @param report of the session
     * @param bareMissed ticks that a bare timer loop missed beside it, at the same rate
     */
    record Part(TeleopSetUp setUp, double floorUs, double wireUs, SessionReport report, long bareMissed) {
        double loopUs() {
            return report.work().p50Us();
        }

        double ratio() {
            return loopUs() / floorUs;
        }

        /** 0 where at least 99.9 % of the ticks allocated nothing; otherwise the mean. */
        double bytesPerTick() {
            SessionReport.Allocation allocation = report.allocation().orElseThrow();
            return allocation.cleanShare() >= CLEAN_SHARE ? 0 : allocation.meanBytes();
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("port", setUp.pty() ? "pty" : "sim");
            json.put("fps", setUp.fps());
            json.put("cameras_and_view", setUp.watched());
            json.put("wire_floor_us", Figures.rounded(floorUs));
            json.put("wire_us", Figures.rounded(wireUs));
            json.put("loop_us", Figures.rounded(loopUs()));
            json.put("wire_floor_ratio", Figures.rounded(ratio()));
            json.put("loop_p99_us", Figures.rounded(report.work().p99Us()));
            json.put("loop_max_us", Figures.rounded(report.work().maxUs()));
            json.put("observe_us", Figures.rounded(report.work().observe().meanUs()));
            json.put("read_leader_us", Figures.rounded(report.work().drive().meanUs()));
            json.put("write_us", Figures.rounded(report.work().send().meanUs()));
            json.put("lateness_p50_us", Figures.rounded(report.lateness().p50Us()));
            json.put("lateness_p99_us", Figures.rounded(report.lateness().p99Us()));
            json.put("lateness_max_us", Figures.rounded(report.lateness().maxUs()));
            json.put("ticks", report.ticks());
            json.put("missed_ticks", report.missedTicks());
            json.put("bare_missed_ticks", bareMissed);
            json.put("bytes_per_tick", Figures.rounded(bytesPerTick()));
            json.put("bus_retries", report.counters().bus().retries());
            json.put("errors", report.counters().errors());
            json.put("ending", report.ending().name().toLowerCase(Locale.ROOT));
            return json;
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%-20s %8.0f %8.0f %6.2f %8.0f %8.0f %8.0f %7d %7d %7.0f",
                    setUp.key(),
                    floorUs,
                    loopUs(),
                    ratio(),
                    report.work().p99Us(),
                    report.lateness().p50Us(),
                    report.lateness().p99Us(),
                    report.missedTicks(),
                    bareMissed,
                    bytesPerTick());
        }
    }

    /** The worst set-up at the usual rate. */
    double ratio() {
        return parts.stream()
                .filter(part -> part.setUp().fps() == TeleopSetUp.USUAL_FPS)
                .mapToDouble(Part::ratio)
                .max()
                .orElse(Double.NaN);
    }

    long missedTicks() {
        return parts.stream()
                .filter(part -> part.setUp().fps() == TeleopSetUp.USUAL_FPS)
                .mapToLong(part -> part.report().missedTicks())
                .sum();
    }

    double bytesPerTick() {
        return parts.stream().mapToDouble(Part::bytesPerTick).max().orElse(0);
    }

    Map<String, Object> json(TeleopOptions options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("length_s", options.lengthS());
        json.put("wire_floor_ratio", Figures.rounded(ratio()));
        json.put("missed_ticks", missedTicks());
        json.put("bytes_per_tick", Figures.rounded(bytesPerTick()));
        Map<String, Object> setUps = new LinkedHashMap<>();
        parts.forEach(part -> setUps.put(part.setUp().key(), part.json()));
        json.put("set_ups", setUps);
        return json;
    }

    List<String> lines(TeleopOptions options) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%.0f s each, 1 Mbaud; a tick reads the leader, writes the follower and reads the follower; microseconds",
                options.lengthS()));
        lines.add("set-up                  floor     loop  ratio loop 99%    late  late 99%  missed    bare   bytes");
        parts.forEach(part -> lines.add(part.line()));
        lines.add(String.format(
                Locale.ROOT,
                "At %d Hz: %.2f times the wire's floor at worst (goal 1.3), %d ticks missed",
                TeleopSetUp.USUAL_FPS,
                ratio(),
                missedTicks()));
        return lines;
    }
}
