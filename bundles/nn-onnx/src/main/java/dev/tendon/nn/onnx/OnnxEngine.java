/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import dev.tendon.api.option.ConfigException;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.ExportsModels;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ONNX Runtime as an engine. Loads its library when it is first asked for something; keeps what it prepares in {@code
 * $TENDON_HOME/cache/onnx}. Thread: any.
 */
@Component(service = InferenceEngine.class, property = InferenceEngine.NAME + "=onnx")
public final class OnnxEngine implements InferenceEngine, ExportsModels {
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
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)
                ? List.of("cpu", "cuda")
                : List.of("cpu");
    }

    @Override
    public Program prepare(ProgramRequest request) throws IOException {
        natives.prepare();
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        if (!request.device().equals("cpu")) {
            throw new ConfigException("--policy.device=" + request.device() + ": ONNX Runtime here runs on " + devices()
                    + ". Take one of these");
        }
        OnnxModel model = OnnxModel.of(request);
        try {
            return new OnnxProgram(environment, model, new SessionMaker(environment, request, model, cache).make());
        } catch (OrtException e) {
            throw new IOException(
                    "ONNX Runtime does not take the network \"" + request.name() + "\": " + e.getMessage(), e);
        }
    }

    @Override
    public void export(ProgramRequest request, Path file) throws IOException {
        new ModelFile(OnnxModel.of(request), request.weights()).write(file);
    }
}
