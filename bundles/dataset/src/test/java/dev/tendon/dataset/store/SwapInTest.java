/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.store.FaultyFiles.Fault;
import dev.tendon.dataset.store.FaultyFiles.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwapInTest {
    @TempDir
    Path temporary;

    private Path old(String name) throws IOException {
        Path root = Files.createDirectories(temporary.resolve(name).resolve("set"));
        Files.writeString(root.resolve("a"), "old");
        return root;
    }

    private static void swap(FileLayer layer, Path root, boolean keepOld) throws IOException {
        try (SwapIn swap = SwapIn.begin(layer, root)) {
            layer.linkOrCopy(root.resolve("a"), swap.folder().resolve("unchanged"));
            Trees.write(layer, swap.folder().resolve("a"), "new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            swap.commit(keepOld);
        }
    }

    @Test
    void putsTheNewOneInPlaceAndRemovesTheOld() throws IOException {
        Path root = old("one");
        swap(new LocalFiles(), root, false);
        assertThat(root.resolve("a")).hasContent("new");
        assertThat(root.resolve("unchanged")).hasContent("old");
        assertThat(names(root)).containsExactly("a", "unchanged");
        assertThat(names(root.getParent())).containsExactly("set");
    }

    @Test
    void keepsTheOldOneWhereAskedInThePlaceOfAnEarlier() throws IOException {
        Path root = old("two");
        swap(new LocalFiles(), root, true);
        swap(new LocalFiles(), root, true);
        assertThat(names(root.getParent())).containsExactly("set", "set_old");
        assertThat(root.resolveSibling("set_old").resolve("a")).hasContent("new");
        assertThat(names(root.resolveSibling("set_old"))).containsExactly("a", "unchanged");
    }

    @Test
    void exchangesTheRealFolderWhereALinkLeadsToIt() throws IOException {
        Path root = old("three");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
        swap(new LocalFiles(), link, false);
        assertThat(link).isSymbolicLink();
        assertThat(link.resolve("a")).hasContent("new");
        assertThat(names(root.getParent())).containsExactly("set");
    }

    @Test
    void refusesAMountPoint() {
        Path shm = Path.of("/dev/shm");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(shm) && Files.isWritable(shm));
        assertThatThrownBy(() -> SwapIn.begin(new LocalFiles(), shm))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("mount point")
                .hasMessageContaining("--output");
        assertThat(shm.resolve(".tendon")).doesNotExist();
    }

    @Test
    void leavesEverythingAsItWasWithoutACommit() throws IOException {
        Path root = old("four");
        try (SwapIn swap = SwapIn.begin(new LocalFiles(), root)) {
            Files.writeString(swap.folder().resolve("a"), "half");
        }
        assertThat(names(root.getParent())).containsExactly("set");
        assertThat(names(root)).containsExactly("a");
        assertThat(root.resolve("a")).hasContent("old");
    }

    @Test
    void refusesASecondOneAtATime() throws IOException {
        Path root = old("five");
        try (SwapIn swap = SwapIn.begin(new LocalFiles(), root)) {
            assertThat(swap.folder()).isDirectory();
            assertThatThrownBy(() -> SwapIn.begin(new LocalFiles(), root)).isInstanceOf(ConfigException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void survivesACrashAfterEachOperation(boolean exchange) throws IOException {
        boolean done = false;
        for (int at = 0; !done && at < 200; at++) {
            for (Loss loss : Loss.values()) {
                Path root = old("crash-" + exchange + at + loss);
                Path backups = Files.createDirectories(temporary.resolve("backups-" + exchange + at + loss));
                FaultyFiles disk = new FaultyFiles(backups, Fault.CRASH, at);
                disk.exchanges(exchange);
                try {
                    swap(disk, root, at % 2 == 0);
                    done = true;
                } catch (FaultyFiles.CrashedException e) {
                    // as asked
                }
                disk.lose(loss, new Random(at));
                SwapIn.finish(FaultyFiles.sound(), root);
                assertThat(root.resolve("a")).content().isIn("old", "new");
                swap(FaultyFiles.sound(), root, false);
                assertThat(names(root.getParent()))
                        .as(
                                "after operation %s",
                                disk.operations().get(disk.operations().size() - 1))
                        .isSubsetOf("set", "set_old");
                assertThat(names(root)).containsExactly("a", "unchanged");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAIL", "FULL"})
    void isWholeWhateverFails(Fault fault) throws IOException {
        boolean done = false;
        for (int at = 0; !done && at < 200; at++) {
            Path root = old("fail-" + fault + at);
            Path backups = Files.createDirectories(temporary.resolve("backups-" + fault + at));
            FaultyFiles disk = new FaultyFiles(backups, fault, at);
            try {
                swap(disk, root, false);
                done = disk.operations().size() <= at;
            } catch (IOException e) {
                // as asked
            }
            SwapIn.finish(FaultyFiles.sound(), root);
            assertThat(root.resolve("a")).content().isIn("old", "new");
            swap(FaultyFiles.sound(), root, false);
            assertThat(names(root.getParent())).containsExactly("set");
        }
    }

    private static Stream<String> names(Path folder) throws IOException {
        return Trees.children(folder).stream().map(p -> p.getFileName().toString());
    }
}
