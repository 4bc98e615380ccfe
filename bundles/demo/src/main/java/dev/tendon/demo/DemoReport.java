/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import dev.tendon.console.report.Chart;
import dev.tendon.console.report.Film;
import dev.tendon.console.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What came of the demo: a folder with a page and its films, that can be mailed.
 *
 * @param contestants the trained policy first
 * @param curves of the training
 * @param steps every command, in order
 * @param demonstrations the page of the recorded dataset, relative to the report's folder
 */
record DemoReport(List<Contestant> contestants, List<Chart> curves, List<Step> steps, String demonstrations) {
    private static final String VIDEOS = "videos";
    private static final String SEEN =
            "The trained policy is given the six joints' positions and a camera's pictures, nothing else: no place of cube or disc. "
                    + "All contestants had the same starts, none of which was demonstrated.";

    /** Writes it; returns the page. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(VIDEOS));
        Report report = new Report("demo: a simulated SO-101 learns from demonstrations", DemoPlan.TASK);
        report.section("Success")
                .table(List.of("who", "success", "rate", "what it is"), rows())
                .note(SEEN);
        report.section("Training").charts(curves);
        report.section("Demonstrations")
                .link("Every demonstration, film and joints in step", demonstrations)
                .note("A script that sees where things are did the task; what it sees is not recorded.");
        for (Contestant contestant : contestants) {
            report.section("Evaluation: " + contestant.name()).films(films(contestant, folder));
        }
        report.section("How it was made");
        for (Step step : steps) {
            report.note(String.format(Locale.ROOT, "%s: %.0f s", step.title(), step.wallS()))
                    .code(step.command());
        }
        Path page = folder.resolve("index.html");
        report.write(page);
        return page;
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Contestant contestant : contestants) {
            rows.add(List.of(
                    contestant.name(),
                    contestant.successes() + " of " + contestant.episodes().size(),
                    String.format(Locale.ROOT, "%.0f %%", 100 * contestant.successRate()),
                    contestant.about()));
        }
        return rows;
    }

    private static List<Film> films(Contestant contestant, Path folder) throws IOException {
        List<Film> films = new ArrayList<>();
        for (Contestant.Outcome outcome : contestant.episodes()) {
            if (outcome.video().isPresent()) {
                Path film = outcome.video().get();
                String name = Objects.requireNonNull(film.getFileName()).toString();
                String file = VIDEOS + "/" + contestant.name().replaceAll("[^A-Za-z0-9]+", "-") + "-" + name;
                Files.copy(film, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                films.add(new Film(
                        "start " + outcome.seed() + (outcome.success() ? ": done" : ": not done"),
                        file,
                        outcome.success()));
            }
        }
        return films;
    }
}
