/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.ProgramRequest;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    Path folder;

    @Test
    void anyOnnxRuntimeRunsAnExportedFileAlone() throws Exception {
        new Natives(folder, "test").prepare();
        Path file = folder.resolve("head.onnx");
        ProgramRequest request = new ProgramRequest(
                "test",
                new HeadNetwork("head"),
                HeadNetwork.weights(new float[] {1, 2, 3, 4}),
                HeadNetwork.INPUTS,
                "cpu",
                1,
                false);

        new OnnxEngine(new Natives(folder, "test")).export(request, file);

        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor state =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(new float[] {1, 2}), new long[] {1, 2});
                OrtSession.Result result = session.run(Map.of("state", state))) {
            assertThat(((float[][]) result.get(0).getValue())[0]).containsExactly(5.5f, 11.25f);
        }
    }
}
