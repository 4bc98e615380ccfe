/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon policy check}. */
@Component(service = Verb.class)
@VerbName("policy check")
@VerbGroup("Policies")
public final class CheckVerb implements Verb<CheckOptions> {
    private static final double NS_PER_MS = 1e6;

    private final Policies policies;
    private final Engines engines;
    private final Clock clock = new SystemClock();

    @Activate
    public CheckVerb(@Reference Policies policies, @Reference Engines engines) {
        this.policies = policies;
        this.engines = engines;
    }

    @Override
    public int run(CheckOptions options, Console console) throws IOException {
        PolicyModel model = policies.model(options.policy());
        long start = clock.nanoTime();
        try (Program program = Programs.prepare(engines.named(options.engine()), model)) {
            double loadMs = (clock.nanoTime() - start) / NS_PER_MS;
            long first = clock.nanoTime();
            program.run();
            double firstMs = (clock.nanoTime() - first) / NS_PER_MS;
            boolean numbers = program.outputs().stream().allMatch(port -> finite(program, port));
            tell(program, numbers, loadMs, firstMs, console);
            return numbers ? DONE : FAILED;
        }
    }

    private static boolean finite(Program program, Port port) {
        FloatBuffer values = program.floats(port.name());
        while (values.hasRemaining()) {
            if (!Float.isFinite(values.get())) {
                return false;
            }
        }
        return true;
    }

    private static void tell(Program program, boolean numbers, double loadMs, double firstMs, Console console) {
        List<String> unused = program.unusedWeights();
        console.out(
                String.format(Locale.ROOT, "The weights fit. Loaded in %.0f ms, first run %.0f ms.", loadMs, firstMs));
        console.out(numbers ? "Its actions are numbers." : "Its actions are not all numbers: the weights are broken.");
        if (!unused.isEmpty()) {
            console.out(unused.size() + " tensors are not used to act, such as " + unused.get(0));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", numbers);
        json.put("load_ms", loadMs);
        json.put("first_run_ms", firstMs);
        json.put("unused_weights", unused);
        console.json(json);
    }
}
