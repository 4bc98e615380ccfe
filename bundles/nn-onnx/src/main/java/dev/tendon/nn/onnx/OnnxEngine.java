/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import dev.tendon.api.option.ConfigException;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.ExportsModels;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.Precision;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ONNX Runtime as an engine. Loads its library when it is first asked for something; keeps what it prepares in {@code
 * $TENDON_HOME/cache/onnx}. Thread: any.
 */
@Component(service = InferenceEngine.class, property = InferenceEngine.NAME + "=onnx")
public final class OnnxEngine implements InferenceEngine, ExportsModels {
    private static final int SEVEN_BITS = 127;
    private static final int SIX_BITS = 63;

    private final Natives natives;
    private final ModelCache cache;

    @Activate
    public OnnxEngine(@Reference Natives natives) {
        this.natives = natives;
        this.cache = new ModelCache(natives.home().resolve("cache").resolve("onnx"));
    }

    @Override
    public List<String> devices() throws IOException {
        natives.prepare();
        return new Cuda(OrtEnvironment.getAvailableProviders()).problem(0).isEmpty()
                ? List.of("cpu", Cuda.NAME)
                : List.of("cpu");
    }

    @Override
    public String advice(String device) {
        return Cuda.device(device)
                .map(number -> new Cuda(OrtEnvironment.getAvailableProviders())
                        .problem(number)
                        .orElse(""))
                .orElse("");
    }

    @Override
    public Program prepare(ProgramRequest request) throws IOException {
        natives.prepare();
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        if (!request.device().equals("cpu")) {
            int number = Cuda.device(request.device())
                    .orElseThrow(() -> new ConfigException("--policy.device=" + request.device()
                            + ": ONNX Runtime here runs on cpu, and on cuda or cuda:N. Take one of these"));
            new Cuda(OrtEnvironment.getAvailableProviders()).problem(number).ifPresent(problem -> {
                throw new ConfigException("--policy.device=" + request.device() + ": " + problem);
            });
        }
        return request.precision() == Precision.INT8
                ? int8(environment, request)
                : program(environment, request, OnnxModel.of(request), Map.of());
    }

    private OnnxProgram program(
            OrtEnvironment environment, ProgramRequest request, OnnxModel model, Map<String, ByteBuffer> shared)
            throws IOException {
        try {
            return new OnnxProgram(
                    environment, model, new SessionMaker(environment, request, model, cache).make(), shared);
        } catch (OrtException e) {
            throw new IOException(
                    "ONNX Runtime does not take the network \"" + request.name() + "\": " + e.getMessage(), e);
        }
    }

    /** Nothing of it is kept: the ranges are those of the first observation. */
    private Program int8(OrtEnvironment environment, ProgramRequest kept) throws IOException {
        ProgramRequest request = new ProgramRequest(
                kept.name(),
                kept.network(),
                kept.weights(),
                kept.inputs(),
                kept.device(),
                kept.threads(),
                kept.precision(),
                false);
        int most = Processor.sumsInSixteenBits() ? SIX_BITS : SEVEN_BITS;
        AtomicReference<Int8Ops> ops = new AtomicReference<>();
        OnnxModel finding = OnnxModel.of(request, graph -> {
            ops.set(new Int8Ops(graph, request.weights(), null, most));
            return ops.get();
        });
        OnnxProgram exact = program(environment, request, finding, Map.of());
        return new Int8Program(exact, ops.get().points(), ranges -> {
            OnnxModel integers = OnnxModel.of(request, graph -> new Int8Ops(graph, request.weights(), ranges, most));
            return program(environment, request, integers, exact.memory());
        });
    }

    @Override
    public List<Path> export(ProgramRequest request, Path file) throws IOException {
        if (request.precision() != Precision.FLOAT32) {
            throw new ConfigException(
                    "--policy.precision=int8: what is exported is in single precision, since the ranges are those of "
                            + "observations. Leave the option out");
        }
        return new ModelFile(OnnxModel.of(request), request.weights(), Integer.MAX_VALUE).write(file);
    }
}
