/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.FormatException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ItemReaderTest {
    @TempDir
    private Path folder;

    @Test
    void aWindowOfPicturesIsHeldWithinTheEpisode() throws Exception {
        for (String name : List.of("v3.0-video", "v3.0-image")) {
            try (Dataset dataset = Dataset.open(Golden.set(name));
                    ItemReader alone = ItemReader.open(dataset, Golden.VIDEO, ReadOptions.DEFAULT);
                    ItemReader reader = ItemReader.open(
                            dataset,
                            Golden.VIDEO,
                            ReadOptions.DEFAULT.withWindow(Golden.CAMERA, List.of(-0.2, -0.1, 0.0, 0.1)))) {
                Item item = reader.newItem();
                Item single = alone.newItem();
                reader.read(1, 0, item);

                assertThat(item.index()).isEqualTo(10);
                int[] shown = {10, 10, 10, 11};
                for (int step = 0; step < shown.length; step++) {
                    assertThat(item.pad(Golden.CAMERA, step)).isEqualTo(step < 2);
                    alone.read(shown[step], single);
                    assertThat(item.rgb(Golden.CAMERA, step)).isEqualTo(single.rgb(Golden.CAMERA, 0));
                }
                assertThat(single.windowed(Golden.CAMERA)).isFalse();
            }
        }
    }

    @Test
    void allOrdersGiveTheSamePictures() throws Exception {
        try (Dataset dataset = Dataset.open(Golden.set("v3.0-video"));
                ItemReader reader = ItemReader.open(dataset, Golden.VIDEO, ReadOptions.DEFAULT)) {
            Item item = reader.newItem();
            ByteBuffer[] inOrder = new ByteBuffer[20];
            for (int i = 0; i < 20; i++) {
                reader.read(i, item);
                inOrder[i] = ByteBuffer.allocate(item.rgb(Golden.CAMERA, 0).capacity())
                        .put(item.rgb(Golden.CAMERA, 0))
                        .flip();
            }
            for (int i = 0; i < 60; i++) {
                int index = i * 7 % 20;
                reader.read(index, item);
                assertThat(item.rgb(Golden.CAMERA, 0)).as("item %d", index).isEqualTo(inOrder[index]);
            }
        }
    }

    @Test
    void manyThreadsShareFewDecoders() throws Exception {
        ReadOptions one =
                new ReadOptions(java.util.Map.of(), Set.of(), 1e-4, java.util.Optional.empty(), 1 << 20, 1 << 20, 1);
        try (Dataset dataset = Dataset.open(Golden.set("v2.1-video"));
                ItemReader reader = ItemReader.open(dataset, Golden.VIDEO, one)) {
            List<Throwable> failures = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
            List<Thread> threads = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int start = i * 5;
                Thread thread = new Thread(() -> {
                    try {
                        Item item = reader.newItem();
                        for (int n = 0; n < 40; n++) {
                            int index = (start + n * 7) % 20;
                            reader.read(index, item);
                            assertThat(item.number("action", 0, 0)).isEqualTo(16 * item.episode() + item.frame() + 0.5);
                            assertThat(item.index()).isEqualTo(index);
                        }
                    } catch (Exception | AssertionError e) {
                        failures.add(e);
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void aTransformChangesEachPictureInItsPlace() throws Exception {
        try (Dataset dataset = Dataset.open(Golden.set("v2.1-image"));
                ItemReader reader = ItemReader.open(
                        dataset,
                        Golden.VIDEO,
                        ReadOptions.DEFAULT.withTransform((camera, epoch, index, rgb, width, height) -> {
                            assertThat(camera).isEqualTo(Golden.CAMERA);
                            assertThat(rgb.remaining()).isEqualTo(3 * width * height);
                            rgb.put(0, (byte) index);
                        }))) {
            Item item = reader.newItem();
            reader.read(13, item);
            assertThat(item.rgb(Golden.CAMERA, 0).get(0)).isEqualTo((byte) 13);
        }
    }

    @Test
    void whatIsNotWantedIsNotRead() throws Exception {
        try (Dataset dataset = Dataset.open(Golden.set("v3.0-video"));
                ItemReader reader =
                        ItemReader.open(dataset, Golden.VIDEO, ReadOptions.DEFAULT.withFeatures(Set.of("action")))) {
            Item item = reader.newItem();
            reader.read(3, item);

            assertThat(item.features()).containsExactly("action");
            assertThat(item.cameras()).isEmpty();
            assertThat(item.number("action", 0, 1)).isEqualTo(3.625);
            assertThatThrownBy(() -> item.number("observation.state", 0, 0)).hasMessageContaining("was not read");
        }
    }

    @Test
    void mistakesInTheOptionsAreToldAtOnce() throws Exception {
        try (Dataset dataset = Dataset.open(Golden.set("v3.0-video"))) {
            refused(dataset, ReadOptions.DEFAULT.withWindow("acton", List.of(0.0)), "acton");
            refused(dataset, ReadOptions.DEFAULT.withFeatures(Set.of("nothing")), "nothing");
            refused(dataset, ReadOptions.DEFAULT.withWindow("action", List.of(0.05)), "0.05");
        }
    }

    @Test
    void aMissingVideoIsNamedAndHindersNoOtherItem() throws Exception {
        copy(Golden.set("v2.1-video"), folder);
        Path second = folder.resolve("videos/chunk-000/" + Golden.CAMERA + "/episode_000001.mp4");
        Files.delete(second);
        try (Dataset dataset = Dataset.open(folder);
                ItemReader reader = ItemReader.open(dataset, Golden.VIDEO, ReadOptions.DEFAULT)) {
            Item item = reader.newItem();
            assertThatThrownBy(() -> reader.read(10, item))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(second.toString());
            reader.read(9, item);
            assertThat(item.index()).isEqualTo(9);
            assertThatThrownBy(() -> reader.read(20, item)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aVideoThatIsTooShortIsNamedWithTheFrame() throws Exception {
        copy(Golden.set("v2.1-video"), folder);
        Path first = folder.resolve("videos/chunk-000/" + Golden.CAMERA + "/episode_000000.mp4");
        Path whole = folder.resolve("whole.mp4");
        Files.move(first, whole);
        Golden.VIDEO.remux(whole, first, 6);
        try (Dataset dataset = Dataset.open(folder);
                ItemReader reader = ItemReader.open(dataset, Golden.VIDEO, ReadOptions.DEFAULT)) {
            Item item = reader.newItem();
            reader.read(5, item);
            assertThatThrownBy(() -> reader.read(6, item))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("Frame 6 of episode 0")
                    .hasMessageContaining("episode_000000.mp4");
        }
    }

    private static void refused(Dataset dataset, ReadOptions options, String because) {
        assertThatThrownBy(() -> ItemReader.open(dataset, Golden.VIDEO, options))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(because);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
