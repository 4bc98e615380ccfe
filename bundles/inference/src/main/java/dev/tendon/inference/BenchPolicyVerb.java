/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.CountsFlops;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.Precision;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
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
    private static final double NS_PER_MS = 1e6;

    /** Matrix products for each plan. */
    private static final int PRODUCTS = 5;

    /** Made-up observations that are compared. */
    private static final int OBSERVATIONS = 8;

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
        ProgramRequest request = model.request("cpu", true);
        Map<String, Object> json = new LinkedHashMap<>();
        double coldS = load(engine, model, false);
        load(engine, model, true); // is kept now
        double cachedS = load(engine, model, true);
        try (Program program = Programs.exact(engine, model);
                MatrixProduct product = new MatrixProduct(engine, clock)) {
            PlanTimes times = new PlanTimes(program, clock);
            measure(options, times, product, console);
            tell(times, coldS, cachedS, json, console);
            if (program instanceof CountsFlops counts) {
                floor(times, counts.flops(), product.gigaflops(), json, console);
            }
            if (request.precision() != Precision.FLOAT32) {
                compare(options, engine, model, program, json, console);
            }
        }
        console.json(json);
        return DONE;
    }

    /** Plan and matrix product in turn, so that both meet the same neighbours. */
    private void measure(BenchPolicyOptions options, PlanTimes times, MatrixProduct product, Console console)
            throws InterruptedException {
        MadeUpObservation observation = new MadeUpObservation(times.inputs(), 1);
        int all = options.warmup() + options.runs();
        try (Live live = console.live()) {
            for (int run = 0; run < all; run++) {
                heedInterrupts();
                times.plan(observation, run >= options.warmup());
                for (int i = 0; i < PRODUCTS; i++) {
                    product.run();
                }
                live.progress("Planning", run + 1L, all);
            }
        }
    }

    /** Integers and single precision in turn; the first observation shows the ranges, the error is that of others. */
    private void compare(
            BenchPolicyOptions options,
            InferenceEngine engine,
            PolicyModel model,
            Program exact,
            Map<String, Object> json,
            Console console)
            throws IOException, InterruptedException {
        ActionError error = new ActionError();
        PlanTimes exactly = new PlanTimes(exact, clock);
        try (Program integers = Programs.prepare(engine, model, true);
                Live live = console.live()) {
            PlanTimes nearly = new PlanTimes(integers, clock);
            nearly.plan(new MadeUpObservation(nearly.inputs(), 1), false);
            int all = options.warmup() + options.runs();
            for (int run = 0; run < all; run++) {
                heedInterrupts();
                MadeUpObservation observation = new MadeUpObservation(nearly.inputs(), 2 + run % OBSERVATIONS);
                error.add(
                        exactly.plan(observation, run >= options.warmup()),
                        nearly.plan(observation, run >= options.warmup()));
                live.progress("Planning in integers", run + 1L, all);
            }
            double ratio = nearly.percentileMs(50) / exactly.percentileMs(50);
            console.out(String.format(
                    Locale.ROOT,
                    "int8           %.1f ms (median), %.1f ms (95 %%): %.2f of single precision in turn with it",
                    nearly.percentileMs(50),
                    nearly.percentileMs(95),
                    ratio));
            console.out(String.format(
                    Locale.ROOT,
                    "its error      mean %.4f, worst %.4f, where actions go over %.2f (made-up observations)",
                    error.mean(),
                    error.max(),
                    error.range()));
            json.put("int8_latency_p50_ms", nearly.percentileMs(50));
            json.put("int8_latency_p95_ms", nearly.percentileMs(95));
            json.put("int8_ratio", ratio);
            json.put("int8_action_error_mean", error.mean());
            json.put("int8_action_error_max", error.max());
            json.put("int8_action_range", error.range());
        }
    }

    private static void heedInterrupts() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private double load(InferenceEngine engine, PolicyModel model, boolean kept) throws IOException {
        long start = clock.nanoTime();
        Programs.exact(engine, model, kept).close();
        return (clock.nanoTime() - start) / NS_PER_S;
    }

    private static void floor(
            PlanTimes times, long flops, double gigaflops, Map<String, Object> json, Console console) {
        double floorMs = flops / gigaflops / NS_PER_MS;
        double ratio = times.percentileMs(50) / floorMs;
        console.out(String.format(
                Locale.ROOT,
                "floor          %.1f ms: %.1f GFLOP at %.0f GFLOP/s, the matrix product's rate in this run; a plan takes %.2f of it",
                floorMs,
                flops / 1e9,
                gigaflops,
                ratio));
        json.put("gflop", flops / 1e9);
        json.put("gemm_gflops", gigaflops);
        json.put("gemm_floor_ms", floorMs);
        json.put("gemm_floor_ratio", ratio);
    }

    private static void tell(PlanTimes times, double coldS, double cachedS, Map<String, Object> json, Console console) {
        double residentMb = ProcessMemory.residentMb();
        console.out(String.format(
                Locale.ROOT,
                "a plan         %.1f ms (median), %.1f ms (95 %%); %.1f %% of it in the engine",
                times.percentileMs(50),
                times.percentileMs(95),
                100 * times.engineShare()));
        console.out(String.format(Locale.ROOT, "loading        %.2f s anew, %.2f s as kept", coldS, cachedS));
        console.out(String.format(Locale.ROOT, "memory         %.0f MB of this process are resident", residentMb));
        json.put("latency_p50_ms", times.percentileMs(50));
        json.put("latency_p95_ms", times.percentileMs(95));
        json.put("engine_share", times.engineShare());
        json.put("load_cold_s", coldS);
        json.put("load_cached_s", cachedS);
        json.put("resident_mb", residentMb);
    }
}
