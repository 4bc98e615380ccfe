/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.onnxruntime.gpu;

import dev.tendon.lib.onnxruntime.OtherLibraries;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Those of the artifact {@code onnxruntime_gpu}, for Linux on x86-64. Thread: any. */
@Component
public final class CudaLibraries implements OtherLibraries {
    private static final String RESOURCES = "/native/linux-x64/";

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public List<String> libraries() {
        return List.of(
                "libonnxruntime.so",
                "libonnxruntime4j_jni.so",
                "libonnxruntime_providers_shared.so",
                "libonnxruntime_providers_cuda.so");
    }

    @Override
    public InputStream open(String library) throws IOException {
        InputStream in = CudaLibraries.class.getResourceAsStream(RESOURCES + library);
        if (in == null) {
            throw new IOException("This bundle lacks " + RESOURCES + library + ". Build it again");
        }
        return in;
    }
}
