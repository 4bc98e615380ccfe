/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.checkpoint.Normalization;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.Statistics;
import dev.tendon.checkpoint.TrainingData;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.read.Item;
import dev.tendon.dataset.read.ItemReader;
import dev.tendon.dataset.read.ReadOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchCopierTest {
    private static final String CAMERA = "observation.images.front";
    private static final int PIXELS = 48 * 64;

    private Dataset dataset;
    private ItemReader reader;
    private Item item;
    private BatchCopier copier;

    @BeforeEach
    void open() throws IOException {
        dataset = Dataset.open(Rig.DATASET);
        reader = ItemReader.open(
                dataset, Rig.noVideo(), ReadOptions.DEFAULT.withWindow("action", List.of(0.0, 0.1, 0.2)));
        item = reader.newItem();
        Map<String, PolicyFeature> features = DatasetFeatures.of(dataset.info(), Map.of());
        TrainingModel model = new LinePolicy()
                .training(
                        new LinePolicy.Config(Optional.empty(), 0, Optional.empty()),
                        new TrainingData(features, "cpu"));
        Statistics statistics = DatasetNumbers.read(Rig.DATASET, model.features(), Map.of(), true);
        copier = new BatchCopier(
                model,
                Normalization.of(model.features(), model.policy().modes(), statistics, Rig.DATASET),
                Map.of(),
                2);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        dataset.close();
    }

    @Test
    void picturesAreNormalisedPlanes() throws IOException {
        Map<String, ByteBuffer> place = copied(9);
        ByteBuffer planes = place.get(CAMERA);
        ByteBuffer rgb = item.rgb(CAMERA, 0);

        for (int pixel : new int[] {0, 77, PIXELS - 1}) {
            float red = (rgb.get(pixel * 3) & 0xff) / 255f;
            float blue = (rgb.get(pixel * 3 + 2) & 0xff) / 255f;
            assertThat(planes.getFloat(pixel * 4)).isEqualTo((red - 0.485f) / (0.229f + 1e-8f));
            assertThat(planes.getFloat((2 * PIXELS + pixel) * 4)).isEqualTo((blue - 0.406f) / (0.225f + 1e-8f));
        }
    }

    @Test
    void whatIsOutsideTheEpisodeIsPadded() throws IOException {
        ByteBuffer pad = copied(14).get("action_is_pad");

        assertThat(new byte[] {pad.get(0), pad.get(1), pad.get(2)}).containsExactly(0, 0, 1);
    }

    @Test
    void anItemThatStandsInIsWhollyPadded() throws IOException {
        ByteBuffer pad = copied(8).get("action_is_pad");

        assertThat(new byte[] {pad.get(3), pad.get(4), pad.get(5)}).containsExactly(1, 1, 1);
    }

    @Test
    void actionsLieBetweenTheirLeastAndGreatest() throws IOException {
        ByteBuffer actions = copied(3).get("action");
        for (int i = 0; i < 18; i++) {
            assertThat(actions.getFloat(i * 4)).isBetween(-1f, 1f);
        }
    }

    private Map<String, ByteBuffer> copied(long index) throws IOException {
        reader.read(index, item);
        Map<String, ByteBuffer> place = copier.place();
        copier.copy(List.of(item), place);
        return place;
    }
}
