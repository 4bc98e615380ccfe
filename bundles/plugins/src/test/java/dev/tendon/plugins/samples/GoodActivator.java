/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.samples;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts and does nothing. */
public final class GoodActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {}

    @Override
    public void stop(BundleContext context) {}
}
