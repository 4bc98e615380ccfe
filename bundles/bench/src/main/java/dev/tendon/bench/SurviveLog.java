/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a killed recorder had noted.
 *
 * @param taken frames that it had taken, by episode
 * @param durable frames of which it was told that they are on the disk, by episode
 * @param saved frames that it was told are saved, by episode
 */
record SurviveLog(Map<Integer, Integer> taken, Map<Integer, Integer> durable, Map<Integer, Integer> saved) {
    static SurviveLog read(Path file) throws IOException {
        SurviveLog log = new SurviveLog(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        if (Files.exists(file)) {
            for (String line : Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1)) {
                String[] words = line.split(" ", -1);
                if (words.length == 3) {
                    Map<Integer, Integer> notes =
                            switch (words[0]) {
                                case "f" -> log.taken;
                                case "d" -> log.durable;
                                default -> log.saved;
                            };
                    notes.put(Integer.valueOf(words[1]), Integer.valueOf(words[2]));
                }
            }
        }
        return log;
    }
}
