/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TemporalEnsemblerTest {
    @Test
    void weighsPredictionsAsLeRobotDoes() throws IOException {
        JsonNode cases =
                new JsonMapper().readTree(Golden.path("temporal_ensembler.json").toFile());
        assertThat(cases.size()).isPositive();
        for (JsonNode one : cases) {
            JsonNode inputs = one.path("inputs");
            int size = inputs.path(0).path(0).path(0).size();
            TemporalEnsembler ensembler = new TemporalEnsembler(
                    one.path("coeff").asDouble(), one.path("chunk_size").asInt(), size);
            for (int step = 0; step < inputs.size(); step++) {
                float[] action = new float[size];
                ensembler.update(numbers(inputs.path(step).path(0)), action);
                assertThat(action)
                        .as("coefficient %s, step %d", one.path("coeff"), step)
                        .containsExactly(numbers(one.path("outputs").path(step)), Offset.offset(1e-6f));
            }
        }
    }

    @Test
    void forgetsTheLastEpisodeWhenItIsReset() {
        TemporalEnsembler ensembler = new TemporalEnsembler(0.01, 2, 1);
        float[] action = new float[1];
        ensembler.update(new float[] {1, 2}, action);
        ensembler.reset();

        ensembler.update(new float[] {10, 20}, action);

        assertThat(action).containsExactly(10);
    }

    /** All numbers in a list of lists, one after the other. */
    private static float[] numbers(JsonNode list) {
        List<Float> numbers = new ArrayList<>();
        collect(list, numbers);
        float[] flat = new float[numbers.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = numbers.get(i);
        }
        return flat;
    }

    private static void collect(JsonNode node, List<Float> numbers) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, numbers));
        } else {
            numbers.add((float) node.asDouble());
        }
    }
}
