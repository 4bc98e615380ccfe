/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.HostReport.Difference;
import dev.tendon.plugins.store.ProcessMark;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The hosts' reports as files of lines, replaced in one step:
 *
 * <pre>
 * tendon-host 1
 * started 1760000000000
 * host replay
 * generation 7
 * said dev.tendon.robot.so101 0.1.0 → 0.1.1: exchanged while running
 * differs dev.tendon.serial 0.1.1 0.1.0 others use its classes…
 * end 6
 * </pre>
 *
 * A missing version is written as {@code -}. A report is worth nothing once its process has ended, so it is not forced to
 * disk.
 */
final class HostReports {
    private static final String FORMAT = "tendon-host 1";
    private static final String NO_VERSION = "-";

    private HostReports() {}

    static void write(Path file, HostReport report) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                FORMAT,
                "started " + ProcessMark.own().startedMs(),
                "host " + oneLine(report.host()),
                "generation " + report.generation()));
        report.said().forEach(text -> lines.add("said " + oneLine(text)));
        for (Difference difference : report.differences()) {
            lines.add(String.join(
                    " ",
                    "differs",
                    difference.symbolicName(),
                    orDash(difference.wanted()),
                    orDash(difference.running()),
                    oneLine(difference.why())));
        }
        lines.add("end " + lines.size());
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, lines, UTF_8);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The reports of living processes, by process id. */
    static List<HostReport> read(StoreLayout layout) {
        List<HostReport> reports = new ArrayList<>();
        if (!Files.isDirectory(layout.hosts())) {
            return reports;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                layout.hosts(), file -> file.getFileName().toString().matches("\\d+(-\\d+)?"))) {
            for (Path file : files) {
                read(file).ifPresent(reports::add);
            }
        } catch (IOException e) {
            return List.of(); // the folder is being removed, or is not ours to read: then nobody reports in it
        }
        reports.sort(Comparator.comparingLong(HostReport::pid));
        return reports;
    }

    private static Optional<HostReport> read(Path file) {
        try {
            long pid = Long.parseLong(file.getFileName().toString().replaceFirst("-.*", ""));
            List<String> lines = Files.readAllLines(file, UTF_8);
            int last = lines.size() - 1;
            if (last < 4 || !lines.get(0).equals(FORMAT) || !lines.get(last).equals("end " + last)) {
                return Optional.empty();
            }
            ProcessMark process = new ProcessMark(pid, Long.parseLong(rest(lines.get(1))));
            return process.alive() ? Optional.of(parse(pid, lines.subList(2, last))) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // ended just now, or no report
        }
    }

    private static HostReport parse(long pid, List<String> lines) {
        List<String> said = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] words = line.split(" ", 5);
            if (words[0].equals("said")) {
                said.add(rest(line));
            } else if (words[0].equals("differs") && words.length == 5) {
                differences.add(new Difference(words[1], fromDash(words[2]), fromDash(words[3]), words[4]));
            }
        }
        return new HostReport(pid, rest(lines.get(0)), Long.parseLong(rest(lines.get(1))), said, differences);
    }

    private static String rest(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String orDash(String version) {
        return version.isEmpty() ? NO_VERSION : version;
    }

    private static String fromDash(String version) {
        return version.equals(NO_VERSION) ? "" : version;
    }
}
