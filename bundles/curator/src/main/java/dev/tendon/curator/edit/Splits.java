/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.ConfigException;
import dev.tendon.curator.Words;
import dev.tendon.dataset.tool.Edit;
import dev.tendon.dataset.tool.Edits;
import dev.tendon.shell.Console;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A dataset in parts: by fraction where all parts have a number with a point, else by episodes. */
final class Splits {
    private Splits() {}

    static Map<String, Edit> plan(Path root, Map<String, Object> splits) throws IOException {
        if (splits.isEmpty()) {
            throw new ConfigException("Which parts? Give --splits={train: 0.8, val: 0.2}, or their episodes");
        }
        for (String name : splits.keySet()) {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new ConfigException("--splits: \"" + name + "\" is no name for a folder");
            }
        }
        if (splits.values().stream().allMatch(Splits::fraction)) {
            Map<String, Double> fractions = new LinkedHashMap<>();
            splits.forEach((name, part) -> fractions.put(name, ((Number) part).doubleValue()));
            return Edits.splitByFraction(root, fractions);
        }
        Map<String, List<Integer>> parts = new LinkedHashMap<>();
        splits.forEach((name, part) -> parts.put(name, Numbers.of(part, "splits." + name)));
        return Edits.split(root, parts);
    }

    private static boolean fraction(Object part) {
        return part instanceof Number number
                && (number.doubleValue() != Math.rint(number.doubleValue())
                        || number instanceof Double
                        || number instanceof java.math.BigDecimal);
    }

    static void apply(
            Map<String, Edit> parts, Function<String, Path> place, boolean dryRun, Video video, Console console)
            throws IOException, InterruptedException {
        parts.values().forEach(part -> part.changes().forEach(console::err));
        List<Map<String, Object>> made = new ArrayList<>();
        for (Map.Entry<String, Edit> part : parts.entrySet()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", part.getKey());
            Path output = place.apply(part.getKey());
            if (dryRun) {
                json.put("root", output.toString());
                json.put("episodes", part.getValue().episodes());
                json.put("frames", part.getValue().frames());
                console.out(
                        output + " would have " + Words.count(part.getValue().episodes(), "episode"));
            } else {
                Target target = new Target(java.util.Optional.of(output), false);
                json.putAll(EditVerb.tell(EditVerb.run(part.getValue(), target, video, console), console));
            }
            made.add(json);
        }
        console.json(Map.of("dry_run", dryRun, "parts", made));
    }
}
