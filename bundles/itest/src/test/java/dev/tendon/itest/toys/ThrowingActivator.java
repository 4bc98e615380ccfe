/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest.toys;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that cannot start. */
public final class ThrowingActivator implements BundleActivator {
    /** What it says. */
    public static final String WHY = "the flux capacitor is missing";

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException(WHY);
    }

    @Override
    public void stop(BundleContext context) {
        // Was never started.
    }
}
