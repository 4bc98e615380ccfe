/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.cli;

import java.util.ArrayList;
import java.util.List;

/** Lays help out: headings, paragraphs, and rows of an option and its text, wrapped to a width. One thread. */
final class HelpPage {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    private static final int WIDEST_LEFT = 36;
    private static final String BOLD = "\u001b[1m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final StringBuilder page = new StringBuilder();
    private final int width;
    private final boolean color;

    HelpPage(int width, boolean color) {
        this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
        this.color = color;
    }

    /** A left column and its text. */
    record Row(String left, String text) {}

    void heading(String text) {
        gap();
        List<String> lines = wrap(text, width);
        lines.forEach(line -> page.append(styled(BOLD, line)).append('\n'));
    }

    /** A paragraph of its own. */
    void paragraph(String text) {
        if (!text.isEmpty()) {
            gap();
            indented(text, "");
        }
    }

    /** Text below a heading or a row. */
    void note(String text) {
        if (!text.isEmpty()) {
            indented(text, "  ");
        }
    }

    void rows(List<Row> rows, String indent) {
        int widest = rows.stream().mapToInt(row -> row.left().length()).max().orElse(0);
        int column = indent.length() + Math.min(Math.min(widest, WIDEST_LEFT), width / 2) + 2;
        for (Row row : rows) {
            page.append(indent).append(styled(CYAN, row.left()));
            int used = indent.length() + row.left().length();
            if (used + 2 > column && !row.text().isEmpty()) {
                page.append('\n');
                used = 0;
            }
            List<String> lines = wrap(row.text(), width - column);
            for (String line : lines) {
                page.append(" ".repeat(column - used)).append(line).append('\n');
                used = 0;
            }
            if (lines.isEmpty()) {
                page.append('\n');
            }
        }
    }

    String text() {
        return page.toString();
    }

    private void gap() {
        if (page.length() > 0) {
            page.append('\n');
        }
    }

    private void indented(String text, String indent) {
        wrap(text, width - indent.length())
                .forEach(line -> page.append(indent).append(line).append('\n'));
    }

    private String styled(String style, String text) {
        return color && !text.isEmpty() ? style + text + PLAIN : text;
    }

    /** Lines of at most {@code width} characters; only a longer word makes a longer line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
