/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.optim.TrainingStateException;
import dev.tendon.safetensors.ElementType;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.SafeTensorsWriter;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One optimizer's pair of files: LeRobot 0.6, {@code optim/optimizers.py}. Parameters go by number, over all groups. */
final class StateFile {
    private static final String STATE = "optimizer_state.safetensors";
    private static final String GROUPS = "optimizer_param_groups.json";
    private static final String STEP = "step";

    private StateFile() {}

    static void save(Path folder, List<Group> groups) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        List<Object> plain = new ArrayList<>();
        int number = 0;
        for (Group group : groups) {
            plain.add(group.toPlain(number));
            for (ParameterState state : group.states()) {
                if (state.begun()) {
                    add(tensors, number, group.rule(), state);
                }
                number++;
            }
        }
        SafeTensorsWriter.write(folder.resolve(STATE), Map.of(), tensors);
        StateJson.write(folder.resolve(GROUPS), plain);
    }

    private static void add(List<Tensor> tensors, int number, Rule rule, ParameterState state) {
        long[] shape = state.parameter.shape().toArray();
        for (int slot = 0; slot < state.memory().size(); slot++) {
            tensors.add(Tensor.of(
                    key(number, rule.slots().get(slot)),
                    ElementType.F32,
                    shape,
                    state.memory().get(slot).duplicate()));
        }
        if (rule.counted()) {
            tensors.add(Tensor.of(key(number, STEP), new long[0], new float[] {state.step()}));
        }
    }

    private static String key(int number, String what) {
        return "state/" + number + "/" + what;
    }

    /** What the files make of the groups: all is checked and read first, then run. */
    static Runnable load(Path folder, List<Group> groups) throws IOException {
        List<Group.Replacement> replacements = replacements(folder.resolve(GROUPS), groups);
        Path file = folder.resolve(STATE);
        if (!Files.exists(file)) {
            throw new TrainingStateException(file, "it is missing");
        }
        SafeTensors tensors = SafeTensors.open(file);
        Set<String> left = new HashSet<>(tensors.names());
        List<Runnable> changes = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < groups.size(); i++) {
            Rule rule = replacements.get(i).rule();
            changes.add(replacements.get(i).apply());
            for (ParameterState state : groups.get(i).states()) {
                changes.add(read(tensors, left, number++, rule, state));
            }
        }
        if (!left.isEmpty()) {
            throw new TrainingStateException(
                    file, "it has \"" + left.iterator().next() + "\", which belongs to none of these parameters");
        }
        return () -> changes.forEach(Runnable::run);
    }

    private static List<Group.Replacement> replacements(Path file, List<Group> groups) throws IOException {
        if (!(StateJson.read(file) instanceof List<?> list) || list.size() != groups.size()) {
            throw new TrainingStateException(file, "it is no list of " + groups.size() + " parameter groups");
        }
        List<Group.Replacement> replacements = new ArrayList<>();
        try {
            for (int i = 0; i < groups.size(); i++) {
                replacements.add(groups.get(i).replacement(list.get(i)));
            }
        } catch (IllegalArgumentException e) {
            throw new TrainingStateException(file, String.valueOf(e.getMessage()), e);
        }
        return replacements;
    }

    private static Runnable read(SafeTensors tensors, Set<String> left, int number, Rule rule, ParameterState state)
            throws IOException {
        List<ByteBuffer> memory = new ArrayList<>();
        for (String slot : rule.slots()) {
            if (left.remove(key(number, slot))) {
                memory.add(copy(tensors, tensors.tensor(key(number, slot)), state));
            }
        }
        boolean counted = left.remove(key(number, STEP));
        if (memory.isEmpty() && !counted) {
            return state::forget;
        }
        if (memory.size() != rule.slots().size() || counted != rule.counted()) {
            throw new TrainingStateException(
                    tensors.file(),
                    "the state of parameter " + number + ", " + state.parameter.name() + ", is incomplete");
        }
        long steps = counted ? steps(tensors, key(number, STEP)) : 1;
        return () -> state.restore(steps, memory);
    }

    private static long steps(SafeTensors tensors, String key) throws IOException {
        Tensor tensor = tensors.tensor(key);
        if (tensor.type() != ElementType.F32 || tensor.elements() != 1 || !(tensor.floats()[0] >= 0)) {
            throw new TrainingStateException(tensors.file(), key + " is no count of steps");
        }
        return (long) tensor.floats()[0];
    }

    private static ByteBuffer copy(SafeTensors tensors, Tensor tensor, ParameterState state) throws IOException {
        long[] shape = state.parameter.shape().toArray();
        if (tensor.type() != ElementType.F32 || !Arrays.equals(tensor.shape(), shape)) {
            throw new TrainingStateException(
                    tensors.file(),
                    tensor.name() + " is " + tensor.type() + " " + Arrays.toString(tensor.shape()) + " and not F32 "
                            + Arrays.toString(shape) + ", which " + state.parameter.name() + " has");
        }
        ByteBuffer bytes = tensor.bytes();
        ByteBuffer copy = ByteBuffer.allocateDirect(bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        return copy.put(bytes).flip();
    }
}
