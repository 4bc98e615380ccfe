/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.Program;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon bench policy}. */
@Component(service = Verb.class)
@VerbName("bench policy")
@VerbGroup("Measuring")
public final class BenchPolicyVerb implements Verb<BenchPolicyOptions> {
    private static final double NS_PER_S = 1e9;

    private final Policies policies;
    private final Engines engines;
    private final Clock clock = new SystemClock();

    @Activate
    public BenchPolicyVerb(@Reference Policies policies, @Reference Engines engines) {
        this.policies = policies;
        this.engines = engines;
    }

    @Override
    public int run(BenchPolicyOptions options, Console console) throws IOException, InterruptedException {
        PolicyModel model = policies.model(options.policy());
        InferenceEngine engine = engines.named(options.engine());
        double coldS = load(engine, model, false);
        load(engine, model, true); // is kept now
        double cachedS = load(engine, model, true);
        try (Program program = Programs.prepare(engine, model);
                Live live = console.live()) {
            PlanTimes times = new PlanTimes(program, clock);
            int all = options.warmup() + options.runs();
            for (int run = 0; run < all; run++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                times.plan(run >= options.warmup());
                live.progress("Planning", run + 1L, all);
            }
            tell(times, coldS, cachedS, console);
        }
        return DONE;
    }

    private double load(InferenceEngine engine, PolicyModel model, boolean kept) throws IOException {
        long start = clock.nanoTime();
        Programs.prepare(engine, model, kept).close();
        return (clock.nanoTime() - start) / NS_PER_S;
    }

    private static void tell(PlanTimes times, double coldS, double cachedS, Console console) {
        double residentMb = ProcessMemory.residentMb();
        console.out(String.format(
                Locale.ROOT,
                "a plan         %.1f ms (median), %.1f ms (95 %%); %.1f %% of it in the engine",
                times.percentileMs(50),
                times.percentileMs(95),
                100 * times.engineShare()));
        console.out(String.format(Locale.ROOT, "loading        %.2f s anew, %.2f s as kept", coldS, cachedS));
        console.out(String.format(Locale.ROOT, "memory         %.0f MB of this process are resident", residentMb));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("latency_p50_ms", times.percentileMs(50));
        json.put("latency_p95_ms", times.percentileMs(95));
        json.put("engine_share", times.engineShare());
        json.put("load_cold_s", coldS);
        json.put("load_cached_s", cachedS);
        json.put("resident_mb", residentMb);
        console.json(json);
    }
}
