/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether ONNX Runtime can use a CUDA device here, and if not, why. Immutable. */
final class Cuda {
    static final String NAME = "cuda";

    /** The bundle that brings it. */
    static final String BUNDLE = "dev.tendon.lib.onnxruntime.gpu";

    private static final Pattern DEVICE = Pattern.compile("cuda(?::(\\d{1,4}))?");

    private final Set<OrtProvider> providers;

    /** @param providers those that the loaded library was built with */
    Cuda(Set<OrtProvider> providers) {
        this.providers = providers.isEmpty() ? EnumSet.noneOf(OrtProvider.class) : EnumSet.copyOf(providers);
    }

    /** The number of the device that {@code name} stands for, in PyTorch's spelling; empty where that is none of CUDA. */
    static Optional<Integer> device(String name) {
        Matcher matcher = DEVICE.matcher(name);
        return matcher.matches()
                ? Optional.of(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)))
                : Optional.empty();
    }

    /** Why device {@code number} cannot be used, and what to do; empty where it can. */
    Optional<String> problem(int number) {
        if (!providers.contains(OrtProvider.CUDA)) {
            return Optional.of("ONNX Runtime's libraries for CUDA are in the bundle " + BUNDLE
                    + ", which is not installed. Build it with mvn -P cuda package, and: tendon plugins install "
                    + "bundles/lib-onnxruntime-gpu/target/" + BUNDLE + "-*.jar");
        }
        try (SessionOptions options = new SessionOptions()) {
            options.addCUDA(number);
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of("CUDA device " + number + " cannot be used: " + e.getMessage()
                    + ". Look whether nvidia-smi shows it, and whether CUDA 12 and cuDNN 9 are installed");
        }
    }
}
