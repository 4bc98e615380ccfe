/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.ConfigMapper;
import dev.tendon.config.RefusedChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options as the command line makes them of a checkpoint's config.json. */
final class Configs {
    private Configs() {}

    static ActConfig of(Path folder) throws IOException {
        return of(folder, Map.of());
    }

    static ActConfig of(Path folder, Map<String, ?> over) throws IOException {
        Map<String, Object> plain = new JsonMapper()
                .readValue(folder.resolve("config.json").toFile(), new TypeReference<Map<String, Object>>() {});
        plain.remove("type");
        plain.put("pretrained_path", folder.toString());
        plain.putAll(over);
        return new ConfigMapper(new NoChoices()).fromPlain(ActConfig.class, plain);
    }

    private static final class NoChoices implements ChoiceCatalog {
        @Override
        public List<ChoiceInfo> list() {
            return List.of();
        }

        @Override
        public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
            return Optional.empty();
        }

        @Override
        public List<RefusedChoice> refused() {
            return List.of();
        }
    }
}
