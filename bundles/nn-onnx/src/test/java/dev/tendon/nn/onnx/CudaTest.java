/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtProvider;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class CudaTest {
    @Test
    void knowsLeRobotsNamesOfDevices() {
        assertThat(Cuda.device("cuda")).contains(0);
        assertThat(Cuda.device("cuda:3")).contains(3);
        assertThat(Cuda.device("cpu")).isEmpty();
        assertThat(Cuda.device("cuda:")).isEmpty();
        assertThat(Cuda.device("cuda:x")).isEmpty();
    }

    @Test
    void namesTheBundleThatIsMissing() {
        assertThat(new Cuda(EnumSet.of(OrtProvider.CPU)).problem(0).orElseThrow())
                .contains("dev.tendon.lib.onnxruntime.gpu")
                .contains("mvn -P cuda package")
                .contains("tendon plugins install");
    }
}
