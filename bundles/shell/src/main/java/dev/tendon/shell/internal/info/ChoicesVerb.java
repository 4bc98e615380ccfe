/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.info;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.option.Describe;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.RefusedChoice;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.info.ChoicesVerb.ChoicesOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon choices}. */
@Component
@VerbName("choices")
@VerbGroup("Host")
public final class ChoicesVerb implements Verb<ChoicesOptions> {
    private final ChoiceCatalog catalog;

    /** Nothing to choose. */
    @Describe("List every robot, teleoperator, policy and so on that an option may name, and the bundle that offers it")
    public record ChoicesOptions() {}

    @Activate
    public ChoicesVerb(@Reference ChoiceCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public int run(ChoicesOptions options, Console console) {
        List<ChoiceInfo> choices = catalog.list();
        List<RefusedChoice> refused = catalog.refused();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("REGISTRY", "CHOICE", "ALIASES", "BUNDLE", "VERSION", "DESCRIPTION"));
        for (ChoiceInfo choice : choices) {
            rows.add(List.of(
                    choice.registry(),
                    choice.name(),
                    String.join(", ", choice.aliases()),
                    choice.bundle(),
                    choice.version(),
                    choice.description()));
        }
        Columns.of(rows).forEach(console::out);
        for (RefusedChoice claim : refused) {
            console.err("warning: " + claim.bundle() + " " + claim.version() + " offers " + claim.registry() + " "
                    + claim.name() + ", too, and is not asked: " + claim.keeper() + " has the name");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("choices", choices.stream().map(ChoicesVerb::json).toList());
        json.put("refused", refused.stream().map(ChoicesVerb::json).toList());
        console.json(json);
        return DONE;
    }

    private static Map<String, Object> json(ChoiceInfo choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("registry", choice.registry());
        json.put("choice", choice.name());
        json.put("aliases", choice.aliases());
        json.put("bundle", choice.bundle());
        json.put("version", choice.version());
        json.put("description", choice.description());
        return json;
    }

    private static Map<String, Object> json(RefusedChoice claim) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("registry", claim.registry());
        json.put("choice", claim.name());
        json.put("bundle", claim.bundle());
        json.put("version", claim.version());
        json.put("keeper", claim.keeper());
        return json;
    }
}
