/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A page of tables and charts, in one file. Thread: its creator's. */
public final class Report {
    private final StringBuilder body = new StringBuilder();
    private final String title;

    /** An empty one; {@code facts} stands beside its title. */
    public Report(String title, String facts) {
        this.title = title;
        body.append("<header class=\"bar\"><h1><span class=\"brand\">Tendon</span> ")
                .append(Html.text(title))
                .append("</h1><p class=\"facts\">")
                .append(Html.text(facts))
                .append("</p></header><main>");
    }

    /** A heading. */
    public Report section(String heading) {
        body.append("<h2>").append(Html.text(heading)).append("</h2>");
        return this;
    }

    /** A paragraph. */
    public Report note(String text) {
        body.append("<p class=\"soft\">").append(Html.text(text)).append("</p>");
        return this;
    }

    /** A table; the first cell of each row names it. */
    public Report table(List<String> head, List<List<String>> rows) {
        body.append("<div class=\"table\"><table><thead><tr>");
        head.forEach(cell ->
                body.append("<th scope=\"col\">").append(Html.text(cell)).append("</th>"));
        body.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            body.append("<tr><th scope=\"row\">").append(Html.text(row.get(0))).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> body.append("<td>").append(Html.text(cell)).append("</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table></div>");
        return this;
    }

    /** Charts side by side, under one legend: that of the first. */
    public Report charts(List<Chart> charts) {
        if (charts.isEmpty()) {
            return this;
        }
        body.append("<ul class=\"legend\">");
        for (Line line : charts.get(0).lines()) {
            body.append("<li class=\"")
                    .append(line.look().style())
                    .append("\">")
                    .append(Html.text(line.name()))
                    .append("</li>");
        }
        body.append("</ul><div class=\"cards\">");
        for (Chart chart : charts) {
            body.append("<figure class=\"card\"><figcaption class=\"card-head\"><h4>")
                    .append(Html.text(chart.title()))
                    .append("</h4></figcaption>")
                    .append(chart.svg())
                    .append("</figure>");
        }
        body.append("</div>");
        return this;
    }

    /** Films side by side. */
    public Report films(List<Film> films) {
        body.append("<div class=\"films\">");
        for (Film film : films) {
            body.append("<figure><video controls muted loop playsinline preload=\"metadata\" src=\"")
                    .append(Html.text(film.file()))
                    .append("\"></video><figcaption class=\"")
                    .append(film.good() ? "good" : "failure")
                    .append("\">")
                    .append(Html.text(film.caption()))
                    .append("</figcaption></figure>");
        }
        body.append("</div>");
        return this;
    }

    /** A link to another page, relative to this one. */
    public Report link(String text, String page) {
        body.append("<p><a href=\"")
                .append(Html.text(page))
                .append("\">")
                .append(Html.text(text))
                .append("</a></p>");
        return this;
    }

    /** What somebody types, as it is. */
    public Report code(String text) {
        body.append("<pre>").append(Html.text(text)).append("</pre>");
        return this;
    }

    /** Writes it to {@code file}: aside first, then moved into place. */
    public void write(Path file) throws IOException {
        String page = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>"
                + Html.text(title) + "</title><style>" + resource("viz/files/style.css") + resource("report/report.css")
                + "</style></head><body>" + body + "</main></body></html>\n";
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(aside, page);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("/dev/tendon/console/" + name)) {
            if (in == null) {
                throw new IOException("The console's bundle lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
