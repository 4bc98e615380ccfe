/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.ExportsModels;
import dev.tendon.nn.NetworkException;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon policy export}. */
@Component(service = Verb.class)
@VerbName("policy export")
@VerbGroup("Policies")
public final class ExportVerb implements Verb<ExportOptions> {
    private static final String ENGINE = "onnx";

    private final Policies policies;
    private final Engines engines;

    @Activate
    public ExportVerb(@Reference Policies policies, @Reference Engines engines) {
        this.policies = policies;
        this.engines = engines;
    }

    @Override
    public int run(ExportOptions options, Console console) throws IOException {
        if (Files.exists(options.output())) {
            throw new ConfigException("--output: " + options.output() + " exists. Name another file, or delete it");
        }
        PolicyModel model = policies.model(options.policy());
        if (!(engines.named(ENGINE) instanceof ExportsModels exporter)) {
            throw new ConfigException("The engine \"" + ENGINE + "\" that is installed cannot export");
        }
        List<Path> files;
        try {
            files = exporter.export(model.request("cpu", false), options.output());
        } catch (NetworkException e) {
            throw model.checkpoint().unfit(e);
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            console.out(String.format(Locale.ROOT, "%s: %,d bytes", file, Files.size(file)));
        }
        if (files.size() > 1) {
            console.out("One file would be larger than ONNX allows: the weights lie beside it. Keep both together");
        }
        console.out("inputs " + model.inputs().keySet() + ", batch 1, pictures as planes from 0 to 1; outputs "
                + model.outputs().keySet());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("output", options.output().toString());
        json.put("files", files.stream().map(Path::toString).toList());
        json.put("bytes", bytes);
        json.put("inputs", model.inputs().keySet());
        json.put("outputs", model.outputs().keySet());
        console.json(json);
        return DONE;
    }
}
