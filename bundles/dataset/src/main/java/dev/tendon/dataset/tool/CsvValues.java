/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table of comma-separated values, a line for each frame. A first line that is no row of numbers names the columns. One column of
 * texts is a feature of texts; {@code true} and {@code false} are truth values; else all are numbers. No line breaks within texts.
 */
final class CsvValues implements Values {
    private final Path file;
    private final boolean heading;
    private final int[] columns;
    private final String dtype;
    private final long rows;
    private BufferedReader reader;
    private long line = -1;
    private List<String> cells = List.of();

    private CsvValues(Path file, Optional<String> column) throws IOException {
        this.file = file;
        List<String> first;
        List<String> second;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            first = split(in.readLine());
            second = split(in.readLine());
        }
        if (first.isEmpty()) {
            throw new ConfigException(file + " is empty");
        }
        heading = column.isPresent() || !first.stream().allMatch(CsvValues::value);
        List<String> sample = heading ? second : first;
        if (column.isPresent()) {
            int index = first.indexOf(column.get());
            if (index < 0) {
                throw new ConfigException(file + " has no column \"" + column.get() + "\"; it has " + first);
            }
            columns = new int[] {index};
        } else {
            columns = IntStream.range(0, first.size()).toArray();
        }
        dtype = dtype(IntStream.of(columns)
                .mapToObj(index -> index < sample.size() ? sample.get(index) : "")
                .toList());
        if (dtype.equals("string") && columns.length > 1) {
            throw new ConfigException(file + ": a feature of texts has one column; name it with --column");
        }
        try (var lines = Files.lines(file)) {
            rows = lines.filter(text -> !text.isBlank()).count() - (heading ? 1 : 0);
        }
        reader = Files.newBufferedReader(file);
    }

    static CsvValues open(Path file, Optional<String> column) throws IOException {
        try {
            return new CsvValues(file, column);
        } catch (java.nio.charset.MalformedInputException | java.io.UncheckedIOException e) {
            throw new FormatException(file + ": no text in UTF-8. Save it as UTF-8", e);
        }
    }

    private static String dtype(List<String> sample) {
        if (sample.stream().allMatch(CsvValues::truth)) {
            return "bool";
        }
        return sample.stream().allMatch(CsvValues::numeric) ? "float32" : "string";
    }

    private static boolean value(String cell) {
        return truth(cell) || numeric(cell);
    }

    private static boolean truth(String cell) {
        return List.of("true", "false").contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean numeric(String cell) {
        try {
            Double.parseDouble(cell.strip());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The cells of a line; a cell in quotes may hold commas, and a quote twice is one. */
    private static List<String> split(@org.jspecify.annotations.Nullable String text) {
        List<String> cells = new ArrayList<>();
        if (text == null) {
            return cells;
        }
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public String dtype() {
        return dtype;
    }

    @Override
    public List<Integer> shape() {
        return List.of(columns.length);
    }

    @Override
    public void goTo(long row) throws IOException {
        if (row < line) {
            reader.close();
            reader = Files.newBufferedReader(file);
            line = -1;
        }
        while (line < row) {
            if (line < 0 && heading) {
                reader.readLine();
            }
            String text = reader.readLine();
            while (text != null && text.isBlank()) {
                text = reader.readLine();
            }
            if (text == null) {
                throw new FormatException(file, "it has no row " + row, "Give a line for each frame");
            }
            cells = split(text);
            line++;
        }
        for (int column : columns) {
            if (column >= cells.size() || (!dtype.equals("string") && !value(cells.get(column)))) {
                throw new FormatException(
                        file,
                        "row " + row + " has "
                                + (column >= cells.size() ? "too few cells" : "\"" + cells.get(column) + "\"")
                                + " where a number is wanted",
                        "Give as many numbers in each line");
            }
        }
    }

    @Override
    public double number(int element) {
        String cell = cells.get(columns[element]).strip();
        return truth(cell) ? (cell.equalsIgnoreCase("true") ? 1 : 0) : Double.parseDouble(cell);
    }

    @Override
    public String text() {
        return cells.get(columns[0]);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
