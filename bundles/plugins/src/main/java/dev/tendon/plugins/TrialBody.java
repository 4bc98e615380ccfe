/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * What is done in a throw-away framework. Thread: one of the trial's, which is given up when its time is over.
 *
 * @param <T> what it finds; of plain Java types, since the framework's classes are gone afterwards
 */
@ConsumerType
@FunctionalInterface
public interface TrialBody<T> {
    /**
     * Does it.
     *
     * @param trial of the throw-away framework itself
     * @param tried the bundles that were given, started
     */
    T run(BundleContext trial, List<Bundle> tried) throws Exception;
}
