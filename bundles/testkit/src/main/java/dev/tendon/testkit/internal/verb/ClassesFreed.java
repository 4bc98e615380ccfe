/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal.verb;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Whether a bundle's classes can be collected once it is uninstalled: the last thing that is done with it. */
final class ClassesFreed {
    private static final long PATIENCE_NS = 5_000_000_000L;
    private static final long LOOK_EVERY_NS = 50_000_000;

    private ClassesFreed() {}

    /** What holds them, as far as can be told; empty where nothing does. */
    static String problem(BundleContext framework, Bundle bundle) throws BundleException, InterruptedException {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null || wiring.getClassLoader() == null) {
            return "";
        }
        WeakReference<ClassLoader> loader = new WeakReference<>(wiring.getClassLoader());
        wiring = null;
        ForgottenRecords.forget();
        bundle.uninstall();
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.getBundle().adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        if (!refreshed.await(PATIENCE_NS, TimeUnit.NANOSECONDS)) {
            return "Its classes are still wired to others after it was uninstalled.";
        }
        Clock clock = new SystemClock();
        long endNs = clock.nanoTime() + PATIENCE_NS;
        while (loader.get() != null && clock.nanoTime() - endNs < 0) {
            System.gc();
            clock.sleepUntil(clock.nanoTime() + LOOK_EVERY_NS);
        }
        return loader.get() == null
                ? ""
                : "Its class loader is still reachable after it was uninstalled: look for threads, shutdown hooks, thread locals and"
                        + " caches of other bundles that hold one of its objects.";
    }
}
