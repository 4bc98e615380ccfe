/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.samples;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Cannot be started. */
public final class ThrowingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("the arm is not plugged in");
    }

    @Override
    public void stop(BundleContext context) {}
}
