/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.Dataset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items as LeRobot's own code read them from its own datasets: numbers exactly, pixels to two steps of 255. */
final class GoldenItemsTest {
    private static final double PIXEL = 2.01 / 255;

    @ParameterizedTest
    @ValueSource(
            strings = {"v2.1-image", "v2.1-video", "v3.0-image", "v3.0-video", "v3.0-converted", "v3.0-converted-image"
            })
    void areTheSameHere(String name) throws Exception {
        JsonNode golden = Golden.items(name);
        assertThat(golden).isNotEmpty();
        try (Dataset dataset = Dataset.open(Golden.set(name));
                ItemReader reader = ItemReader.open(dataset, Golden.VIDEO, Golden.WINDOWS)) {
            Item item = reader.newItem();
            for (Map.Entry<String, JsonNode> expected : golden.properties()) {
                reader.read(Long.parseLong(expected.getKey()), item);
                JsonNode values = expected.getValue();
                assertThat(item.index()).isEqualTo(values.get("index").asLong());
                assertThat(item.episode()).isEqualTo(values.get("episode_index").asInt());
                assertThat(item.frame()).isEqualTo(values.get("frame_index").asInt());
                assertThat(item.task()).isEqualTo(values.get("task").asText());
                assertThat(item.timestampS()).isEqualTo(values.get("timestamp").asDouble());
                assertThat(item.number("task_index", 0, 0))
                        .isEqualTo(values.get("task_index").asDouble());
                window(item, "action", values);
                window(item, "observation.state", values);
                picture(item, values.get(Golden.CAMERA));
            }
        }
    }

    private static void window(Item item, String feature, JsonNode values) {
        assertThat(item.windowed(feature)).isTrue();
        assertThat(item.steps(feature)).isEqualTo(values.get(feature).size());
        for (int step = 0; step < item.steps(feature); step++) {
            assertThat(item.pad(feature, step))
                    .isEqualTo(values.get(feature + "_is_pad").get(step).asBoolean());
            for (int element = 0; element < item.elements(feature); element++) {
                assertThat(item.number(feature, step, element))
                        .isEqualTo(values.get(feature).get(step).get(element).asDouble());
            }
        }
    }

    private static void picture(Item item, JsonNode expected) {
        int width = item.width(Golden.CAMERA);
        int height = item.height(Golden.CAMERA);
        assertThat(new int[] {3, height, width})
                .containsExactly(
                        expected.get("shape").get(0).asInt(),
                        expected.get("shape").get(1).asInt(),
                        expected.get("shape").get(2).asInt());
        float[] planes = new float[3 * width * height];
        item.chw(Golden.CAMERA, 0, planes, 0);
        for (Map.Entry<String, JsonNode> pixel : expected.get("pixels_yx").properties()) {
            String[] place = pixel.getKey().split(",", 2);
            int at = Integer.parseInt(place[0]) * width + Integer.parseInt(place[1]);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(planes[channel * width * height + at])
                        .as("pixel %s, channel %d", pixel.getKey(), channel)
                        .isCloseTo((float) pixel.getValue().get(channel).asDouble(), within((float) PIXEL));
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            for (int i = 0; i < width * height; i++) {
                sum += planes[channel * width * height + i];
            }
            assertThat(sum / (width * height))
                    .isCloseTo(expected.get("mean_per_channel").get(channel).asDouble(), within(PIXEL));
        }
    }
}
