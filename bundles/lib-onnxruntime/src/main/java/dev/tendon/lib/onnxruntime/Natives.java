/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.onnxruntime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Unpacks ONNX Runtime's native libraries once, to {@code $TENDON_HOME/native/onnxruntime-VERSION}, and tells ONNX Runtime so.
 * Left to itself it unpacks 28 MB to the temporary folder at every start, and a process that is killed leaves them there. Whoever calls
 * into {@code ai.onnxruntime} takes this as a mandatory reference and calls {@link #prepare} first. Thread: any.
 */
@Component(service = Natives.class)
public final class Natives {
    /** Read by {@code ai.onnxruntime.OnnxRuntime} when its first class is initialised. */
    private static final String PATH_PROPERTY = "onnxruntime.native.path";

    private static final String HOME_PROPERTY = "tendon.home";
    private static final String HOME_VARIABLE = "TENDON_HOME";

    /** In the jar; the only platform whose libraries are in this bundle. */
    private static final String RESOURCES = "/ai/onnxruntime/native/linux-x64/";

    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    private final Path home;
    private final Path folder;

    @Activate
    public Natives(BundleContext context) {
        this(
                Optional.ofNullable(context.getProperty(HOME_PROPERTY))
                        .or(() -> Optional.ofNullable(System.getenv(HOME_VARIABLE)))
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home", ""), ".tendon")),
                context.getBundle().getVersion().toString());
    }

    /**
     * Without a framework.
     *
     * @param home Tendon's home
     * @param version of what is unpacked
     */
    public Natives(Path home, String version) {
        this.home = home;
        folder = home.resolve("native").resolve("onnxruntime-" + version).toAbsolutePath();
    }

    /** Tendon's home, where whoever uses this may keep what it prepares. */
    public Path home() {
        return home;
    }

    /** Where the libraries are unpacked. */
    public Path folder() {
        return folder;
    }

    /**
     * Unpacks what is not there yet. Does nothing where the user names a folder by the system property.
     *
     * @throws IOException where it cannot be written, or this is another platform
     */
    public synchronized void prepare() throws IOException {
        if (System.getProperty(PATH_PROPERTY) != null) {
            return;
        }
        String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        if (!system.equals("Linux on amd64")) {
            throw new IOException(
                    "ONNX Runtime for " + system + " is not in this distribution, only for Linux on amd64. " + "Set -D"
                            + PATH_PROPERTY + " to a folder with its native libraries");
        }
        Files.createDirectories(folder);
        for (String library : LIBRARIES) {
            if (!Files.exists(folder.resolve(library))) {
                unpack(library);
            }
        }
        System.setProperty(PATH_PROPERTY, folder.toString());
    }

    /** Aside and moved into place, so that a second process that starts meanwhile never loads half a library. */
    private void unpack(String library) throws IOException {
        Path aside = Files.createTempFile(folder, library, ".part");
        try (InputStream in = Natives.class.getResourceAsStream(RESOURCES + library)) {
            if (in == null) {
                throw new IOException("This bundle lacks " + RESOURCES + library + ". Install the distribution again");
            }
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
