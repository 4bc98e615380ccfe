/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.testkit;

import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Network;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import dev.tendon.nn.train.TrainingProgram;
import dev.tendon.nn.train.TrainingRequest;
import dev.tendon.safetensors.ElementType;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One operation with inputs, parameters, and the result that PyTorch computes. Immutable. Thread: any. */
public final class OperationCase {
    private static final String FILE = "operations.safetensors";

    private final String name;
    private final Map<String, Tensor> inputs = new TreeMap<>();
    private final Map<String, Tensor> parameters = new TreeMap<>();
    private final Tensor expected;

    private OperationCase(String name, SafeTensors file) throws IOException {
        this.name = name;
        expected = file.tensor(name + "/out/y");
        for (String tensor : file.names()) {
            if (tensor.startsWith(name + "/in/")) {
                inputs.put(tensor.substring((name + "/in/").length()), file.tensor(tensor));
            } else if (tensor.startsWith(name + "/parameter/")) {
                parameters.put(tensor.substring((name + "/parameter/").length()), file.tensor(tensor));
            }
        }
    }

    /** All cases, by name. */
    public static List<OperationCase> all() throws IOException {
        Path copy = Files.createTempFile("tendon-operations", ".safetensors");
        try (InputStream in = OperationCase.class.getResourceAsStream(FILE)) {
            Files.write(copy, in.readAllBytes());
            SafeTensors file = SafeTensors.open(copy);
            Set<String> names = new TreeSet<>();
            file.names().forEach(tensor -> names.add(tensor.substring(0, tensor.indexOf('/'))));
            List<OperationCase> cases = new ArrayList<>();
            for (String name : names) {
                cases.add(new OperationCase(name, file));
            }
            return cases;
        } finally {
            copy.toFile().deleteOnExit();
        }
    }

    /** The operation; its result is {@code y}. */
    public Network network() {
        return new OperationNetwork(name);
    }

    /** What an engine is to be asked. */
    public ProgramRequest request() {
        List<Port> ports = inputs.entrySet().stream()
                .map(entry -> new Port(
                        entry.getKey(),
                        kind(entry.getValue().type()),
                        Shape.of(entry.getValue().shape())))
                .toList();
        return new ProgramRequest(name, network(), new Weights(parameters), ports, "cpu", 1, false);
    }

    /**
     * The operation as something to differentiate: a weighted sum of its result. Its parameters are the operation's, and those inputs that are
     * finite numbers, their names after {@code in.}; the others stay inputs.
     */
    public TrainingRequest trainingRequest() {
        Map<String, Tensor> values = new TreeMap<>(parameters);
        Map<String, Shape> moved = new TreeMap<>();
        inputs.forEach((port, tensor) -> {
            if (kind(tensor.type()) == ElementKind.FLOAT32 && finite(tensor.floats())) {
                values.put(WeightedSum.INPUT + port, tensor);
                moved.put(port, Shape.of(tensor.shape()));
            }
        });
        List<Port> ports = request().inputs().stream()
                .filter(port -> !moved.containsKey(port.name()))
                .toList();
        return new TrainingRequest(
                name, new WeightedSum(network(), moved), new Weights(values), ports, "cpu", 1, 0, parameter -> false);
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Fills the inputs of a program of {@link #request}. */
    public void fill(Program program) {
        request().inputs().forEach(port -> fill(port.name(), program.bytes(port.name())));
    }

    /** Fills the inputs of a program of {@link #trainingRequest}. */
    public void fill(TrainingProgram program) {
        program.inputs().forEach(port -> fill(port.name(), program.bytes(port.name())));
    }

    private void fill(String port, ByteBuffer target) {
        Tensor tensor = inputs.get(port);
        switch (kind(tensor.type())) {
            case FLOAT32 -> target.asFloatBuffer().put(tensor.floats());
            case INT64 -> target.asLongBuffer().put(tensor.longs());
            case BOOL -> target.put(tensor.bytes());
        }
    }

    /** The shape of PyTorch's result. */
    public Shape expectedShape() {
        return Shape.of(expected.shape());
    }

    /** PyTorch's result. */
    public float[] expected() {
        return expected.floats();
    }

    private static ElementKind kind(ElementType type) {
        return switch (type) {
            case I64 -> ElementKind.INT64;
            case BOOL -> ElementKind.BOOL;
            default -> ElementKind.FLOAT32;
        };
    }

    @Override
    public String toString() {
        return name;
    }

    private record Weights(Map<String, Tensor> tensors) implements WeightSource {
        @Override
        public Set<String> names() {
            return tensors.keySet();
        }

        @Override
        public Shape shape(String name) {
            return Shape.of(tensors.get(name).shape());
        }

        @Override
        public ByteBuffer float32(String name) {
            return tensors.get(name).bytes();
        }
    }
}
