/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The folder that PyTorch's native libraries are unpacked to. Thread: one at a time; other processes may unpack at the same time. */
final class NativeFolder {
    /** The only platform whose libraries are in this bundle. */
    private static final String PLATFORM = "Linux on amd64";

    private static final String PYTORCH = "/pytorch/pytorch-native-cpu.jar";
    private static final String LIBRARIES = "pytorch/cpu/linux-x86_64/";
    private static final String BRIDGE = "libdjl_torch.so";
    private static final String BRIDGE_RESOURCE = "/jnilib/linux-x86_64/cpu/" + BRIDGE;

    private final Path folder;
    private final String system;

    /**
     * @param system the operating system and processor that this runs on, by Java's names
     */
    NativeFolder(Path folder, String system) {
        this.folder = folder;
        this.system = system;
    }

    Path folder() {
        return folder;
    }

    /** Unpacks what is not there yet; {@code libdjl_torch.so} last, so that it tells whether all is there. */
    void unpack() throws IOException {
        if (!system.equals(PLATFORM)) {
            throw new IOException("PyTorch for " + system + " is not in this distribution, only for " + PLATFORM
                    + ". Set -DPYTORCH_LIBRARY_PATH to a folder with libtorch and libdjl_torch for " + system);
        }
        if (Files.exists(folder.resolve(BRIDGE))) {
            return;
        }
        Files.createDirectories(folder);
        try (InputStream in = resource(PYTORCH);
                ZipInputStream jar = new ZipInputStream(in)) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith(LIBRARIES)) {
                    write(jar, entry.getName().substring(LIBRARIES.length()));
                }
            }
        }
        try (InputStream in = resource(BRIDGE_RESOURCE)) {
            write(in, BRIDGE);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = NativeFolder.class.getResourceAsStream(name);
        if (in == null) {
            throw new NoSuchFileException(name, null, "This bundle lacks it. Install the distribution again");
        }
        return in;
    }

    /** Aside and moved into place, so that a second process that starts meanwhile never loads half a library. */
    private void write(InputStream in, String library) throws IOException {
        Path aside = Files.createTempFile(folder, library, ".part");
        try {
            Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(aside, folder.resolve(library), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
