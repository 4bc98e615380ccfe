/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.info;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.Json;
import dev.tendon.config.JsonSchema;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.info.SchemaVerb.SchemaOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon config schema}. */
@Component
@VerbName("config schema")
@VerbGroup("Host")
public final class SchemaVerb implements Verb<SchemaOptions> {
    private final ChoiceCatalog catalog;

    /** Which choice. */
    @Describe("Print the JSON Schema of a choice's options, for editors")
    public record SchemaOptions(
            @Describe("Robot") Kind robot,
            @Describe("Teleoperator") Kind teleop,
            @Describe("Camera") Kind camera,
            @Describe("Policy") Kind policy,
            @Describe("Environment") Kind env) {
        public SchemaOptions {
            long named = java.util.stream.Stream.of(robot, teleop, camera, policy, env)
                    .filter(kind -> kind.type().isPresent())
                    .count();
            if (named != 1) {
                throw new ConfigException(
                        "Of which choice? Name one: --robot.type=NAME, or teleop, camera, policy or env; tendon choices lists them");
            }
        }
    }

    /** A choice of a registry. */
    public record Kind(@Describe("Name of the choice") Optional<String> type) {}

    @Activate
    public SchemaVerb(@Reference ChoiceCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public int run(SchemaOptions options, Console console) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("robot", options.robot());
        kinds.put("teleoperator", options.teleop());
        kinds.put("camera", options.camera());
        kinds.put("policy", options.policy());
        kinds.put("env", options.env());
        for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
            if (kind.getValue().type().isPresent()) {
                Map<String, Object> schema = new JsonSchema(catalog)
                        .of(entry(kind.getKey(), kind.getValue().type().get()));
                console.out(Json.pretty(schema).stripTrailing());
                console.json(schema);
            }
        }
        return DONE;
    }

    private ChoiceEntry entry(String registry, String name) {
        return catalog.find(registry, name)
                .orElseThrow(() -> new ConfigException("There is no " + registry + " " + name + "; there are "
                        + String.join(
                                ", ",
                                catalog.list().stream()
                                        .filter(info -> info.registry().equals(registry))
                                        .map(ChoiceInfo::name)
                                        .toList())));
    }
}
