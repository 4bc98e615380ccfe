/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.WeightSource;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon policy info}. */
@Component(service = Verb.class)
@VerbName("policy info")
@VerbGroup("Policies")
public final class InfoVerb implements Verb<InfoOptions> {
    private final Policies policies;

    @Activate
    public InfoVerb(@Reference Policies policies) {
        this.policies = policies;
    }

    @Override
    public int run(InfoOptions options, Console console) throws IOException {
        PolicyModel model = policies.model(options.policy());
        WeightSource weights = model.checkpoint().weights();
        long parameters = weights.names().stream()
                .mapToLong(name -> weights.shape(name).elements())
                .sum();
        console.out(options.policy().type() + " in " + model.checkpoint().folder());
        console.out("  form        " + model.checkpoint().form());
        console.out(String.format(
                Locale.ROOT,
                "  parameters  %,d in %d tensors",
                parameters,
                weights.names().size()));
        console.out("  actions     " + model.chunkSize() + " at once, " + model.actionSteps() + " of them carried out");
        features("  input   ", model.inputs()).forEach(console::out);
        features("  output  ", model.outputs()).forEach(console::out);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", options.policy().type());
        json.put("path", model.checkpoint().folder().toString());
        json.put("form", model.checkpoint().form());
        json.put("parameters", parameters);
        json.put("tensors", weights.names().size());
        json.put("chunk_size", model.chunkSize());
        json.put("n_action_steps", model.actionSteps());
        json.put("inputs", shapes(model.inputs()));
        json.put("outputs", shapes(model.outputs()));
        console.json(json);
        return DONE;
    }

    private static List<String> features(String what, Map<String, PolicyFeature> features) {
        List<String> lines = new ArrayList<>();
        features.forEach((name, feature) -> lines.add(
                what + "  " + name + "  " + feature.type().name().toLowerCase(Locale.ROOT) + " " + feature.shape()));
        return lines;
    }

    private static Map<String, Object> shapes(Map<String, PolicyFeature> features) {
        Map<String, Object> shapes = new LinkedHashMap<>();
        features.forEach((name, feature) ->
                shapes.put(name, Map.of("type", feature.type().name(), "shape", feature.shape())));
        return shapes;
    }
}
