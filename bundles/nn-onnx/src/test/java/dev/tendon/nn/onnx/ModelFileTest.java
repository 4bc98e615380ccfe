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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    Path folder;

    private final ProgramRequest request = new ProgramRequest(
            "test",
            new HeadNetwork("head"),
            HeadNetwork.weights(new float[] {1, 2, 3, 4}),
            HeadNetwork.INPUTS,
            "cpu",
            1,
            false);

    @Test
    void anyOnnxRuntimeRunsAnExportedFileAlone() throws Exception {
        Path file = folder.resolve("head.onnx");

        List<Path> files = new OnnxEngine(new Natives(folder, "test")).export(request, file);

        assertThat(files).containsExactly(file);
        assertThat(run(file)).containsExactly(5.5f, 11.25f);
    }

    @Test
    void keepsWeightsBesideTheModelWhereOneFileWouldBeTooLarge() throws Exception {
        Path file = folder.resolve("head.onnx");

        List<Path> files = new ModelFile(OnnxModel.of(request), request.weights(), 100).write(file);

        Path data = folder.resolve("head.onnx.data");
        assertThat(files).containsExactly(file, data);
        assertThat(Files.size(data)).isEqualTo(2 * 64); // two weights, each from a multiple of 64 on
        assertThat(run(file)).containsExactly(5.5f, 11.25f);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void isOneFileUpToTheLimitItself() throws Exception {
        Path file = folder.resolve("head.onnx");
        ModelFile whole = new ModelFile(OnnxModel.of(request), request.weights(), Integer.MAX_VALUE);
        whole.write(file);
        long graph = Files.size(file) - Graph.tail().length - Graph.head().toBytes().length;

        int inside = 0;
        for (long limit = graph - 8; limit <= graph; limit++) { // the field's own header takes some bytes
            inside += new ModelFile(OnnxModel.of(request), request.weights(), limit)
                                    .write(file)
                                    .size()
                            == 1
                    ? 1
                    : 0;
        }
        assertThat(inside).isBetween(1, 8);
    }

    private float[] run(Path file) throws Exception {
        new Natives(folder, "test").prepare();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor state =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(new float[] {1, 2}), new long[] {1, 2});
                OrtSession.Result result = session.run(Map.of("state", state))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }
}
