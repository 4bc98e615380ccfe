/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import dev.tendon.api.option.ConfigException;
import dev.tendon.lib.djl.PyTorch;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Precision;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.train.InitialWeights;
import dev.tendon.nn.train.TrainingEngine;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.nn.train.TrainingRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PyTorch as an engine. Loads its libraries when it is first asked for something. Thread: any. */
@Component(
        service = {InferenceEngine.class, TrainingEngine.class},
        property = InferenceEngine.NAME + "=djl")
public final class DjlEngine implements InferenceEngine, TrainingEngine {
    private static final List<String> DEVICES = List.of("cpu");

    private final PyTorch pyTorch;

    @Activate
    public DjlEngine(@Reference PyTorch pyTorch) {
        this.pyTorch = pyTorch;
    }

    @Override
    public List<String> devices() throws IOException {
        pyTorch.open();
        return DEVICES;
    }

    @Override
    public Program prepare(ProgramRequest request) throws IOException {
        if (request.precision() != Precision.FLOAT32) {
            throw new ConfigException(
                    "--policy.precision=int8 is ONNX Runtime's: --engine=onnx; PyTorch here computes in single "
                            + "precision");
        }
        PtNDManager manager = open(request.device());
        return closing(manager, owner -> {
            ParameterStore parameters =
                    new ParameterStore(owner, request.weights(), UnaryOperator.identity(), (spec, memory) -> {
                        throw new NetworkException(
                                "parameter " + spec.name() + " " + spec.shape() + " is missing among the weights");
                    });
            Session session = new Session(owner, request.network(), request.inputs(), threads(request.threads()));
            return new DjlProgram(session, parameters);
        });
    }

    @Override
    public TrainingProgram prepare(TrainingRequest request) throws IOException {
        PtNDManager manager = open(request.device());
        return closing(manager, owner -> {
            ParameterStore parameters = new ParameterStore(
                    owner,
                    request.weights(),
                    spec -> new ParameterSpec(
                            spec.name(),
                            spec.shape(),
                            spec.init(),
                            spec.trainable() && !request.frozen().test(spec.name())),
                    new InitialWeights(request.initSeed())::fill);
            Session session = new Session(owner, request.network(), request.inputs(), threads(request.threads()));
            return new DjlTrainingProgram(session, parameters, new Gradients(owner));
        });
    }

    private PtNDManager open(String device) throws IOException {
        Engine engine = pyTorch.open();
        if (!DEVICES.contains(device)) {
            throw new ConfigException(
                    "--policy.device=" + device + ": PyTorch here runs on " + DEVICES + ". Take one of these");
        }
        return (PtNDManager) engine.newBaseManager(Device.cpu());
    }

    private static int threads(int wanted) {
        return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
    }

    /** What {@code maker} makes, which then owns {@code manager}; if it fails, all is freed. */
    private static <P> P closing(PtNDManager manager, Function<PtNDManager, P> maker) throws IOException {
        boolean made = false;
        try {
            P program = maker.apply(manager);
            made = true;
            return program;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!made) {
                manager.close();
            }
        }
    }
}
