/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.javacv;

import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_videoio;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Says where JavaCPP unpacks its native libraries: {@code $TENDON_HOME/native/javacv-VERSION}. Whoever calls into {@code
 * org.bytedeco} takes this as a mandatory reference, so that it is said before the first call, and loads by it what it is going to use:
 * {@link #ffmpeg} or {@link #openCv}. Loads nothing until then.
 *
 * <p>The folder has the version in its name because JavaCPP tells an old copy from a new one by size and date, and the dates of
 * reproducible builds never change. Thread: any; one loads, others wait for it.
 */
@Component(service = Natives.class)
public final class Natives {
    /** Read by {@code org.bytedeco.javacpp.Loader}, once. */
    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    /**
     * Left alone, JavaCPP refuses to allocate once the whole process has four times its heap in memory, which encoders of several
     * cameras soon have: then a recording would end in an OutOfMemoryError.
     */
    private static final String LIMIT_PROPERTY = "org.bytedeco.javacpp.maxPhysicalBytes";

    private static final String NO_LIMIT = "0";

    private static final String HOME_PROPERTY = "tendon.home";
    private static final String HOME_VARIABLE = "TENDON_HOME";

    private final Path folder;
    private final Library ffmpeg = new Library(() -> {
        Loader.load(avformat.class);
        Loader.load(swscale.class);
    });
    private final Library openCv = new Library(() -> Loader.load(opencv_videoio.class));

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
        folder = home.resolve("native").resolve("javacv-" + version).toAbsolutePath();
        unlessSet(CACHE_PROPERTY, folder.toString());
        unlessSet(LIMIT_PROPERTY, NO_LIMIT);
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Where the libraries are unpacked, unless the user said otherwise by a system property. */
    public Path folder() {
        return folder;
    }

    /**
     * Loads FFmpeg, unless that was done; to be called before its first use. JavaCPP's classes load libraries when they are
     * initialised, each those of the others first: two threads that begin at different ends wait for each other for ever.
     *
     * @throws LinkageError where it cannot be loaded, the same each time
     */
    public synchronized void ffmpeg() {
        ffmpeg.load();
    }

    /** As {@link #ffmpeg}, OpenCV with its video input. */
    public synchronized void openCv() {
        openCv.load();
    }

    /** Loaded once; what went wrong is kept, since JavaCPP says it only the first time. Owner: who holds the lock. */
    private static final class Library {
        private final Runnable how;
        private boolean loaded;
        private @Nullable LinkageError failure;

        Library(Runnable how) {
            this.how = how;
        }

        void load() {
            if (failure != null) {
                throw failure;
            }
            if (loaded) {
                return;
            }
            try {
                how.run();
                loaded = true;
            } catch (LinkageError e) {
                failure = e;
                throw e;
            }
        }
    }
}
