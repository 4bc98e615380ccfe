/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.json.PythonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** LeRobot's file of what came of an evaluation. */
public final class EvalInfoFile {
    /** Its name. */
    public static final String NAME = "eval_info.json";

    private EvalInfoFile() {}

    /** Writes it into {@code folder}, which is made where it is missing: aside first, then moved into place. */
    public static void write(Path folder, Map<String, Object> content) throws IOException {
        Files.createDirectories(folder);
        Path aside = folder.resolve("." + NAME + ".part");
        try {
            Files.writeString(aside, PythonJson.indented(content));
            Files.move(
                    aside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
