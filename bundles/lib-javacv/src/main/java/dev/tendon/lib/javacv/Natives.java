/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.javacv;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Says where JavaCPP unpacks its native libraries: {@code $TENDON_HOME/native/javacv-VERSION}. Whoever calls into {@code
 * org.bytedeco} takes this as a mandatory reference, so that it is said before the first call. Loads nothing itself.
 *
 * <p>The folder has the version in its name because JavaCPP tells an old copy from a new one by size and date, and the dates of
 * reproducible builds never change. Thread: any.
 */
@Component(service = Natives.class)
public final class Natives {
    /** Read by {@code org.bytedeco.javacpp.Loader}, once. */
    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final String HOME_PROPERTY = "tendon.home";
    private static final String HOME_VARIABLE = "TENDON_HOME";

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
        folder = home.resolve("native").resolve("javacv-" + version).toAbsolutePath();
        if (System.getProperty(CACHE_PROPERTY) == null) {
            System.setProperty(CACHE_PROPERTY, folder.toString());
        }
    }

    /** Where the libraries are unpacked, unless the user said otherwise by a system property. */
    public Path folder() {
        return folder;
    }
}
