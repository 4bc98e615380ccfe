/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Datasets with bytes changed anywhere: items are read, or refused with an IOException that says where. */
final class ItemFuzz {
    private static final int TRIES = 60;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void damagedDatasetsAreReadOrRefused() throws Exception {
        Random random = new Random(77);
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            Path set = folder.resolve(Integer.toString(i));
            List<Path> files = copy(Golden.set(i % 2 == 0 ? "v3.0-image" : "v2.1-video"), set);
            damage(files.get(random.nextInt(files.size())), random);
            refused += read(set) ? 0 : 1;
        }
        assertThat(refused).as("some damage is noticed").isPositive();
    }

    private static boolean read(Path set) {
        try (Dataset dataset = Dataset.open(set);
                ItemReader reader = ItemReader.open(dataset, Golden.VIDEO, ReadOptions.DEFAULT)) {
            Item item = reader.newItem();
            for (long index = 0; index < Math.min(reader.size(), 40); index += 3) {
                reader.read(index, item);
            }
            return true;
        } catch (IOException e) {
            assertThat(e.getMessage()).contains(set.toString());
            return false;
        } catch (ConfigException e) {
            assertThat(e.getMessage()).isNotEmpty();
            return false;
        }
    }

    private static void damage(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int changes = 1 << random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Files.write(
                file, random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
    }

    private static List<Path> copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> copies = new java.util.ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                copies.add(Files.copy(file, target));
            }
            return copies;
        }
    }
}
