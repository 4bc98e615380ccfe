/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator;

import dev.tendon.dataset.tool.Finding;
import dev.tendon.dataset.tool.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Numbers and findings, as people and programs read them. */
public final class Words {
    private Words() {}

    /** {@code 1 episode}, {@code 3 episodes}. */
    public static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** {@code 12.3 MB}; a MB is 2<sup>20</sup> bytes, as in LeRobot. */
    public static String bytes(long bytes) {
        String[] units = {"bytes", "KB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    /** {@code 25.9 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return whole < 6000
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** A number without a needless point. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A finding in one line. */
    public static String line(Finding finding) {
        return (finding.severity() == Severity.ERROR ? "error: " : "warning: ") + finding.text();
    }

    /** A finding for {@code --json}. */
    public static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", finding.kind().word());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.file().ifPresent(file -> json.put("file", file.toString().replace('\\', '/')));
        finding.episode().ifPresent(episode -> json.put("episode", episode));
        finding.frame().ifPresent(frame -> json.put("frame", frame));
        json.put("count", finding.count());
        json.put("problem", finding.problem());
        json.put("advice", finding.advice());
        return json;
    }
}
