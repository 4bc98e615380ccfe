/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.checkpoint.ActionSelector;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.Program;
import dev.tendon.safetensors.SafeTensorsWriter;
import dev.tendon.safetensors.Tensor;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon policy run}. */
@Component(service = Verb.class)
@VerbName("policy run")
@VerbGroup("Policies")
public final class RunVerb implements Verb<RunOptions> {
    private final Policies policies;
    private final Engines engines;

    @Activate
    public RunVerb(@Reference Policies policies, @Reference Engines engines) {
        this.policies = policies;
        this.engines = engines;
    }

    @Override
    public int run(RunOptions options, Console console) throws IOException, InterruptedException {
        PolicyModel model = policies.model(options.policy());
        RecordedSteps steps = RecordedSteps.open(options.inputs(), model.inputs());
        List<Tensor> actions = new ArrayList<>();
        try (Program program = Programs.prepare(engines.named(options.engine()), model);
                Live live = console.live()) {
            ActionSelector selector = model.selector(program);
            for (int step = 0; step < steps.count(); step++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                float[] action = selector.select(steps.observation(step));
                actions.add(Tensor.of(step + "/action", new long[] {1, action.length}, action));
                live.progress("Running", step + 1L, steps.count());
            }
        }
        SafeTensorsWriter.write(options.output(), Map.of("format", "pt"), actions);
        console.out(steps.count() + " steps, written to " + options.output());
        console.json(Map.of("steps", steps.count(), "output", options.output().toString()));
        return DONE;
    }
}
