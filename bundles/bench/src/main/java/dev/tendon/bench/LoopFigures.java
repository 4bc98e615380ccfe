/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.runtime.SessionReport.Lateness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the rounds of {@code tendon bench loop} add up to: medians of the rounds, and the worst where that is what counts. */
record LoopFigures(List<LoopRound> rounds, long gcPauseMaxMs) {
    /** The share of ticks that must allocate nothing for {@code bytes_per_tick} to be 0. */
    private static final double CLEAN_SHARE = 0.999;

    static LoopFigures of(List<LoopRound> rounds, long gcPauseMaxMs) {
        return new LoopFigures(List.copyOf(rounds), gcPauseMaxMs);
    }

    double ratio() {
        return median(LoopRound::ratio);
    }

    long missedTicks() {
        return rounds.stream().mapToLong(LoopRound::missedTicks).sum();
    }

    /** Share of ticks that allocated nothing, over all rounds. */
    double cleanShare() {
        double ticks =
                rounds.stream().mapToLong(round -> round.allocation().ticks()).sum();
        double clean = rounds.stream()
                .mapToDouble(
                        round -> round.allocation().ticks() * round.allocation().cleanShare())
                .sum();
        return ticks == 0 ? 1 : clean / ticks;
    }

    /** 0 where at least 99.9 % of the ticks allocated nothing; otherwise the mean. */
    double bytesPerTick() {
        return cleanShare() >= CLEAN_SHARE
                ? 0
                : median(round -> round.allocation().meanBytes());
    }

    Map<String, Object> json(LoopOptions options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fps", options.fps());
        json.put("rounds", options.rounds());
        json.put("length_s", options.lengthS());
        json.put("load", options.load());
        put(json, "lateness_p50_us", median(round -> round.ours().p50Us()));
        put(json, "lateness_p99_us", median(round -> round.ours().p99Us()));
        put(json, "lateness_p999_us", median(round -> round.ours().p999Us()));
        put(json, "lateness_max_us", max(round -> round.ours().maxUs()));
        put(json, "bare_lateness_p50_us", median(round -> round.bare().p50Us()));
        put(json, "bare_lateness_p99_us", median(round -> round.bare().p99Us()));
        put(json, "bare_lateness_p999_us", median(round -> round.bare().p999Us()));
        put(json, "bare_lateness_max_us", max(round -> round.bare().maxUs()));
        put(json, "lateness_ratio", ratio());
        put(json, "bytes_per_tick", bytesPerTick());
        json.put("clean_tick_share", Math.floor(cleanShare() * 1e6) / 1e6);
        put(json, "bytes_per_tick_max", max(round -> round.allocation().maxBytes()));
        json.put("missed_ticks", missedTicks());
        json.put("gc_pause_max_ms", gcPauseMaxMs);
        return json;
    }

    List<String> lines(LoopOptions options) {
        return List.of(
                format(
                        "%d rounds of %.0f s at %.0f Hz%s",
                        options.rounds(),
                        options.lengthS(),
                        options.fps(),
                        options.load() ? ", beside a thread that allocates 100 MB/s" : ""),
                "             p50       p99     p99.9       max   lateness, µs (median of the rounds; the worst maximum)",
                row("tendon", LoopRound::ours),
                row("bare loop", LoopRound::bare),
                format("p99 is %.2f times the bare loop's (median of the rounds' ratios; goal 1.5)", ratio()),
                format("missed ticks %d; longest collector pause %d ms", missedTicks(), gcPauseMaxMs),
                format(
                        "%.3f %% of the ticks allocated nothing; the most was %.0f bytes",
                        cleanShare() * 100, max(round -> round.allocation().maxBytes())));
    }

    private String row(String name, Function<LoopRound, Lateness> of) {
        return format(
                "%-9s %7.0f   %7.0f   %7.0f   %7.0f",
                name,
                median(round -> of.apply(round).p50Us()),
                median(round -> of.apply(round).p99Us()),
                median(round -> of.apply(round).p999Us()),
                max(round -> of.apply(round).maxUs()));
    }

    private double median(ToDoubleFunction<LoopRound> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private double max(ToDoubleFunction<LoopRound> figure) {
        return rounds.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    private static void put(Map<String, Object> json, String key, double value) {
        json.put(key, Figures.rounded(value));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
