/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sessions of models: from the cache where one is there, and puts it there otherwise. Owner thread: its creator's. */
final class SessionMaker {
    private static final Logger LOG = LoggerFactory.getLogger(SessionMaker.class);

    private final OrtEnvironment environment;
    private final ProgramRequest request;
    private final OnnxModel model;
    private final ModelCache cache;

    SessionMaker(OrtEnvironment environment, ProgramRequest request, OnnxModel model, ModelCache cache) {
        this.environment = environment;
        this.request = request;
        this.model = model;
        this.cache = cache;
    }

    OrtSession make() throws IOException, OrtException {
        if (!request.kept() || !request.device().equals("cpu")) {
            return fresh(Optional.empty());
        }
        String key = cache.key(model, request.weights(), environment.getVersion());
        Optional<Path> kept = cache.find(key);
        if (kept.isPresent()) {
            try (SessionOptions options = options(OptLevel.NO_OPT)) {
                return environment.createSession(kept.get().toString(), options);
            } catch (OrtException e) {
                LOG.warn("{} cannot be loaded and is made anew: {}", kept.get(), e.getMessage());
                cache.forget(key);
            }
        }
        try (ModelCache.Draft draft = cache.draft()) {
            OrtSession session = fresh(Optional.of(draft.model()));
            draft.keep(key);
            return session;
        }
    }

    private OrtSession fresh(Optional<Path> kept) throws IOException, OrtException {
        Map<String, OnnxTensorLike> weights = new HashMap<>();
        try (SessionOptions options = options(OptLevel.ALL_OPT)) {
            for (String name : model.weights()) {
                weights.put(name, weight(name, request.weights()));
            }
            for (Graph.Stored stored : model.graph().stored()) {
                weights.put(stored.name(), stored(stored));
            }
            options.addExternalInitializers(weights);
            if (kept.isPresent()) {
                options.setOptimizedModelFilePath(kept.get().toString());
                options.addConfigEntry("session.optimized_model_external_initializers_file_name", ModelCache.WEIGHTS);
                options.addConfigEntry("session.optimized_model_external_initializers_min_size_in_bytes", "1024");
            }
            return environment.createSession(model.graph().toBytes(), options);
        } finally {
            weights.values().forEach(OnnxTensorLike::close);
        }
    }

    private SessionOptions options(OptLevel level) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(level);
        if (request.threads() > 0) {
            options.setIntraOpNumThreads(request.threads());
        }
        Optional<Integer> cuda = Cuda.device(request.device());
        if (cuda.isPresent()) {
            options.addCUDA(cuda.get());
        }
        // A thread that spins while it waits for work takes a core from the control loop.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    private OnnxTensor stored(Graph.Stored stored) throws OrtException {
        long[] shape = stored.shape().toArray();
        ByteBuffer bytes = stored.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return stored.type() == Graph.code(ElementKind.FLOAT32)
                ? OnnxTensor.createTensor(environment, bytes.asFloatBuffer(), shape)
                : OnnxTensor.createTensor(environment, bytes, shape, OnnxJavaType.INT8);
    }

    private OnnxTensor weight(String name, WeightSource source) throws IOException, OrtException {
        ByteBuffer bytes = source.float32(name);
        if (!bytes.isDirect()) {
            bytes = ByteBuffer.allocateDirect(bytes.remaining()).put(bytes).flip();
        }
        return OnnxTensor.createTensor(
                environment,
                bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer(),
                source.shape(name).toArray());
    }
}
