/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.ParameterSpec;
import dev.tendon.nn.Port;
import dev.tendon.nn.train.TrainingProgram;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A network with gradients. Owner thread: one at a time. */
final class DjlTrainingProgram implements TrainingProgram {
    private final Session session;
    private final ParameterStore parameters;
    private final Gradients gradients;
    private final Lifetimes training = new Lifetimes();
    private final Lifetimes evaluating = new Lifetimes();
    private final Map<String, Double> results = new HashMap<>();
    private final List<Port> outputs;

    /** Runs it once, to learn what it needs and gives. */
    DjlTrainingProgram(Session session, ParameterStore parameters, Gradients gradients) {
        this.session = session;
        this.parameters = parameters;
        this.gradients = gradients;
        try (Run run = session.begin(evaluating, false)) {
            outputs = Session.describe(apply(run));
        }
        outputs.forEach(DjlTrainingProgram::requireOneNumber);
        if (outputs.stream().noneMatch(port -> port.name().equals(LOSS))) {
            throw new NetworkException("The network gives "
                    + outputs.stream().map(Port::name).toList() + ", and no \"" + LOSS + "\" to train it by");
        }
    }

    private static void requireOneNumber(Port output) {
        if (output.shape().elements() != 1) {
            throw new NetworkException(
                    "The output " + output.name() + " is " + output.shape() + ", where training needs single numbers");
        }
    }

    private Map<String, Value> apply(Run run) {
        return session.apply(run, null, spec -> parameters.entry(spec).value());
    }

    @Override
    public List<Port> inputs() {
        return session.ports();
    }

    @Override
    public List<Port> outputs() {
        return outputs;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return parameters.specs();
    }

    @Override
    public List<String> unusedWeights() {
        return parameters.unused();
    }

    @Override
    public ByteBuffer bytes(String port) {
        return session.bytes(port);
    }

    @Override
    public double output(String name) {
        Double result = results.get(name);
        if (result == null) {
            throw new IllegalArgumentException(
                    "There is no output \"" + name + "\" of a run among " + results.keySet());
        }
        return result;
    }

    @Override
    public synchronized void step(long seed) {
        try (Run run = session.begin(training, true)) {
            gradients.clear();
            Map<String, Value> leaves = new LinkedHashMap<>();
            Map<String, Value> values = session.apply(
                    run,
                    new Dropout(seed),
                    spec -> leaves.computeIfAbsent(spec.name(), name -> leaf(run, parameters.entry(spec))));
            read(values);
            differentiate(run, values.get(LOSS));
            leaves.forEach((name, leaf) -> gradients.take(name, JniUtils.getGradient(leaf.array())));
        }
    }

    /**
     * The parameter as this step sees it: the same memory, and no gradient yet. So each step's gradients are PyTorch's own arrays, never
     * added to those of the step before.
     */
    private static Value leaf(Run run, ParameterStore.Entry entry) {
        if (!entry.spec().trainable()) {
            return entry.value();
        }
        PtNDArray leaf = JniUtils.detachGradient(entry.array());
        leaf.attach(run.manager());
        JniUtils.attachGradient(leaf, true);
        return entry.value(leaf);
    }

    private static void differentiate(Run run, Value loss) {
        PtNDArray one = JniUtils.full(
                run.manager(),
                Native.shape(loss.shape()),
                1,
                DataType.FLOAT32,
                run.manager().getDevice(),
                SparseFormat.DENSE);
        JniUtils.backward(loss.array(), one, false, false);
    }

    @Override
    public synchronized void evaluate() {
        try (Run run = session.begin(evaluating, false)) {
            read(apply(run));
        }
    }

    private void read(Map<String, Value> values) {
        values.forEach((name, value) ->
                results.put(name, (double) Native.bytes(value.array()).getFloat(0)));
    }

    @Override
    public FloatBuffer value(String parameter) {
        return parameters.memory(parameter);
    }

    @Override
    public @Nullable FloatBuffer gradient(String parameter) {
        parameters.memory(parameter); // refuses a name that is none
        return gradients.memory(parameter);
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
