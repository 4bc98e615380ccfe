/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Port;
import dev.tendon.nn.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchPolicyTest {
    @Test
    void theErrorIsInTheActionsOwnUnits() {
        ActionError error = new ActionError();
        error.add(Map.of("action", new float[] {1, -2}), Map.of("action", new float[] {1.5f, -2}));
        error.add(Map.of("action", new float[] {8, 0}), Map.of("action", new float[] {8, 1}));

        assertThat(error.mean()).isEqualTo(1.5 / 4);
        assertThat(error.max()).isEqualTo(1);
        assertThat(error.range()).isEqualTo(10);
    }

    @Test
    void anObservationIsMadeUpOnceForASeed() {
        List<Port> ports = List.of(new Port("picture", ElementKind.FLOAT32, Shape.of(1, 3, 8, 8)));
        byte[] first = new MadeUpObservation(ports, 1).bytes().get("picture");

        assertThat(new MadeUpObservation(ports, 1).bytes().get("picture")).isEqualTo(first);
        assertThat(new MadeUpObservation(ports, 2).bytes().get("picture")).isNotEqualTo(first);
        assertThat(first).hasSize(3 * 64);
    }

    @Test
    void drawsTheCamerasThatAPolicyWasTrainedWith() {
        Map<String, Object> cameras = BenchRolloutVerb.cameras(Map.of(
                "observation.state", new PolicyFeature(FeatureKind.STATE, List.of(6)),
                "observation.images.top", new PolicyFeature(FeatureKind.VISUAL, List.of(3, 480, 640))));

        assertThat(cameras).containsOnlyKeys("top");
        assertThat(cameras.get("top")).isEqualTo(Map.of("type", "sim", "height", 480, "width", 640, "fps", 30));
    }
}
