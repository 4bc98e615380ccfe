/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Opens PyTorch: unpacks its native libraries once, to {@code $TENDON_HOME/native/djl-VERSION}, loads them, and keeps DJL from the
 * network. Whoever calls into {@code ai.djl} takes this as a mandatory reference and calls {@link #open} first. Thread: any.
 */
@Component(service = PyTorch.class)
public final class PyTorch {
    /** Read by {@code ai.djl.pytorch.jni.LibUtils}: a folder with libtorch.so and libdjl_torch.so. */
    private static final String PATH_PROPERTY = "PYTORCH_LIBRARY_PATH";

    /** Read there too; without it DJL looks for a graphics card, for which it needs another library. */
    private static final String FLAVOR_PROPERTY = "PYTORCH_FLAVOR";

    /** Read by {@code ai.djl.util.Utils} and {@code Ec2Utils}: no downloads, and no report of use. */
    private static final String OFFLINE_PROPERTY = "ai.djl.offline";

    private static final String SILENT_PROPERTY = "OPT_OUT_TRACKING";

    private static final String HOME_PROPERTY = "tendon.home";
    private static final String HOME_VARIABLE = "TENDON_HOME";

    private final NativeFolder natives;
    private @Nullable Engine engine;
    private @Nullable IOException failure;

    @Activate
    public PyTorch(BundleContext context) {
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
    public PyTorch(Path home, String version) {
        natives = new NativeFolder(
                home.resolve("native").resolve("djl-" + version).toAbsolutePath(),
                System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
    }

    /**
     * DJL's engine, loaded when this is first called.
     *
     * @throws IOException where it cannot be unpacked or loaded, or this is another platform; the same each time, since a library that
     *     failed halfway cannot be loaded again
     */
    public synchronized Engine open() throws IOException {
        if (failure != null) {
            throw failure;
        }
        Engine opened = engine;
        if (opened == null) {
            opened = load();
            engine = opened;
        }
        return opened;
    }

    private Engine load() throws IOException {
        System.setProperty(OFFLINE_PROPERTY, "true");
        System.setProperty(SILENT_PROPERTY, "true");
        unlessSet(FLAVOR_PROPERTY, "cpu");
        if (System.getProperty(PATH_PROPERTY) == null && System.getenv(PATH_PROPERTY) == null) {
            natives.unpack();
            System.setProperty(PATH_PROPERTY, natives.folder().toString());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PyTorch.class.getClassLoader()); // where DJL looks for its engine, once
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | LinkageError e) {
            failure = new IOException(
                    "PyTorch cannot be loaded from " + System.getProperty(PATH_PROPERTY, System.getenv(PATH_PROPERTY))
                            + ": " + reason(e) + ". It needs Linux on x86-64 with glibc 2.29 or newer",
                    e);
            throw failure;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** What the innermost error says, which DJL wraps. */
    private static String reason(Throwable error) {
        Throwable inner = error;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return String.valueOf(inner.getMessage());
    }
}
