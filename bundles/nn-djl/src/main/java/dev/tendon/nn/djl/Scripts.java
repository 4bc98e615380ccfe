/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Operations of PyTorch that DJL has no call for, each as a TorchScript module of one expression; gradients flow through them as through
 * any other. Owner thread: its program's.
 */
final class Scripts {
    private final PtNDManager manager;
    private final Map<String, PtSymbolBlock> modules = new HashMap<>();

    Scripts(PtNDManager manager) {
        this.manager = manager;
    }

    /**
     * The value of {@code expression}, in which the arguments are called a, b, c, …
     *
     * @param expression TorchScript, of one tensor's value
     */
    PtNDArray run(String expression, PtNDArray... arguments) {
        PtSymbolBlock module = modules.computeIfAbsent(expression, text -> load(text, arguments.length));
        return (PtNDArray) IValueUtils.forward(module, new NDList(Arrays.asList(arguments)), true)
                .singletonOrThrow();
    }

    private PtSymbolBlock load(String expression, int arguments) {
        String parameters = IntStream.range(0, arguments)
                .mapToObj(i -> (char) ('a' + i) + ": Tensor")
                .collect(Collectors.joining(", "));
        try {
            return JniUtils.loadModule(
                    manager, new ByteArrayInputStream(ScriptArchive.of(parameters, expression)), true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
