/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The demo's report: a folder with a page and its films, that can be mailed.
 *
 * @param task what was to be done
 * @param sees what the trained policy is given
 * @param contestants the trained policy first
 * @param curves of the training
 * @param steps every command, in order
 * @param demonstrations the page of the recorded dataset, relative to the report's folder
 */
record Report(
        String task,
        String sees,
        List<Contestant> contestants,
        List<Curve> curves,
        List<Step> steps,
        String demonstrations) {
    private static final String PAGE = "index.html";
    private static final String VIDEOS = "videos";

    /** Writes it; returns the page. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(VIDEOS));
        Path aside = folder.resolve("." + PAGE);
        Files.writeString(aside, page(folder));
        return Files.move(
                aside, folder.resolve(PAGE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String page(Path folder) throws IOException {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>Tendon demo</title><style>")
                .append(style())
                .append("</style></head><body><main>\n<h1>A simulated SO-101 learns from demonstrations</h1>\n<p>")
                .append(Html.text(task))
                .append(" ")
                .append(Html.text(sees))
                .append("</p>\n");
        table(page);
        page.append("<h2>Training</h2>\n");
        for (Curve curve : curves) {
            page.append("<figure><figcaption>")
                    .append(Html.text(curve.title()))
                    .append("</figcaption>")
                    .append(curve.svg())
                    .append("</figure>\n");
        }
        page.append("<h2>Demonstrations</h2>\n<p><a href=\"")
                .append(Html.text(demonstrations))
                .append("\">Every demonstration</a>: films in step with the joints.</p>\n");
        for (Contestant contestant : contestants) {
            films(page, contestant, folder);
        }
        commands(page);
        return page.append("</main></body></html>\n").toString();
    }

    private static String style() throws IOException {
        try (InputStream style = Objects.requireNonNull(Report.class.getResourceAsStream("report.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void table(StringBuilder page) {
        page.append("<table><thead><tr><th>Who</th><th>Success</th><th></th><th>What it is</th></tr></thead><tbody>\n");
        for (Contestant contestant : contestants) {
            page.append(String.format(
                    Locale.ROOT,
                    "<tr><th>%s</th><td>%d of %d</td><td class=\"bar\"><span style=\"width:%.0f%%\"></span></td><td>%s</td></tr>\n",
                    Html.text(contestant.name()),
                    contestant.successes(),
                    contestant.episodes().size(),
                    100 * contestant.successRate(),
                    Html.text(contestant.about())));
        }
        page.append(
                "</tbody></table>\n<p class=\"soft\">All of them from the same starts, none of which was demonstrated.</p>\n");
    }

    private static void films(StringBuilder page, Contestant contestant, Path folder) throws IOException {
        page.append("<h2>").append(Html.text(contestant.name())).append("</h2>\n<div class=\"films\">\n");
        for (Contestant.Outcome outcome : contestant.episodes()) {
            page.append("<figure>");
            if (outcome.video().isPresent()) {
                Path film = outcome.video().get();
                String name = Objects.requireNonNull(film.getFileName()).toString();
                String file = contestant.name().replaceAll("[^A-Za-z0-9]+", "-") + "-" + name;
                Files.copy(film, folder.resolve(VIDEOS).resolve(file), StandardCopyOption.REPLACE_EXISTING);
                page.append("<video controls muted loop preload=\"metadata\" src=\"" + VIDEOS + "/")
                        .append(Html.text(file))
                        .append("\"></video>");
            }
            page.append(String.format(
                    Locale.ROOT,
                    "<figcaption class=\"%s\">start %d: %s</figcaption></figure>\n",
                    outcome.success() ? "good" : "bad",
                    outcome.seed(),
                    outcome.success() ? "done" : "not done"));
        }
        page.append("</div>\n");
    }

    private void commands(StringBuilder page) {
        page.append("<h2>How it was made</h2>\n<ol>\n");
        for (Step step : steps) {
            page.append(String.format(
                    Locale.ROOT,
                    "<li>%s, %.0f s<pre>%s</pre></li>\n",
                    Html.text(step.title()),
                    step.wallS(),
                    Html.text(step.command())));
        }
        page.append("</ol>\n");
    }
}
