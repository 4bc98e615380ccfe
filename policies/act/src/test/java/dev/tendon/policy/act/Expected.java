/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.Image;
import dev.tendon.checkpoint.Checkpoint;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.Shape;
import dev.tendon.nn.onnx.OnnxEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the small network makes of an observation, computed past the policy. */
final class Expected {
    private Expected() {}

    static float[] actions(FrameBuffer frame, Path home) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(Golden.path("golden"));
        List<String> cameras = Golden.SMALL.ports().cameras();
        List<Port> ports = List.of(
                new Port(ActModel.STATE, ElementKind.FLOAT32, Shape.of(1, 6)),
                new Port(cameras.get(0), ElementKind.FLOAT32, Shape.of(1, 3, 64, 96)),
                new Port(cameras.get(1), ElementKind.FLOAT32, Shape.of(1, 3, 64, 96)));
        ProgramRequest request = new ProgramRequest(
                "act",
                checkpoint.around(new ActInference(Golden.SMALL), Map.of(), Map.<String, PolicyFeature>of()),
                checkpoint.weights(),
                ports,
                "cpu",
                1,
                false);
        try (Program program = new OnnxEngine(new Natives(home, "test")).prepare(request)) {
            for (int slot = 0; slot < 6; slot++) {
                program.floats(ActModel.STATE).put(slot, (float) frame.value(slot));
            }
            for (int camera = 0; camera < cameras.size(); camera++) {
                Image image = frame.image(camera);
                for (int i = 0; i < 64 * 96 * 3; i++) {
                    float level = (image.pixels().get(i) & 0xff) / 255f;
                    program.floats(cameras.get(camera)).put(i % 3 * 64 * 96 + i / 3, level);
                }
            }
            program.run();
            return Golden.output(program, ActModel.ACTION);
        }
    }
}
