/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.onnxruntime;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Native libraries of ONNX Runtime that are taken instead of those in this bundle, such as those for CUDA: a service of another bundle, of the
 * same version. It must be there before ONNX Runtime is used first: a process has one set. Thread: any.
 */
@ConsumerType
public interface OtherLibraries {
    /** A name for the folder where they are unpacked: {@code cuda}. */
    String name();

    /** Their file names. */
    List<String> libraries();

    /** The bytes of one of them. */
    InputStream open(String library) throws IOException;
}
