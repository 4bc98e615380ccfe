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
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

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

    /** Read once, at the first {@link #prepare}. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable OtherLibraries others;

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
        OtherLibraries instead = others;
        if (instead == null) {
            unpack(folder, LIBRARIES, Natives::own);
            System.setProperty(PATH_PROPERTY, folder.toString());
        } else {
            Path beside = folder.resolveSibling(folder.getFileName() + "-" + instead.name());
            unpack(beside, instead.libraries(), instead::open);
            System.setProperty(PATH_PROPERTY, beside.toString());
        }
    }

    /** Opens a library's bytes. */
    @FunctionalInterface
    private interface Source {
        InputStream open(String library) throws IOException;
    }

    private static InputStream own(String library) throws IOException {
        InputStream in = Natives.class.getResourceAsStream(RESOURCES + library);
        if (in == null) {
            throw new IOException("This bundle lacks " + RESOURCES + library + ". Install the distribution again");
        }
        return in;
    }

    private static void unpack(Path folder, List<String> libraries, Source source) throws IOException {
        Files.createDirectories(folder);
        for (String library : libraries) {
            if (!Files.exists(folder.resolve(library))) {
                unpack(folder, library, source);
            }
        }
    }

    /** Aside and moved into place, so that a second process that starts meanwhile never loads half a library. */
    private static void unpack(Path folder, String library, Source source) throws IOException {
        Path aside = Files.createTempFile(folder, library, ".part");
        try (InputStream in = source.open(library)) {
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
