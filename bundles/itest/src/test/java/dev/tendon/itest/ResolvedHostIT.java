/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The distribution's bundles resolve and start, and nothing of ours is left behind. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ResolvedHostIT {
    @Inject
    BundleContext context;

    @Configuration
    public Option[] host() {
        return new Option[] {TendonHost.options(TendonHost.freshFolder("resolved-host"))};
    }

    @Test
    public void everyBundleOfOursIsActive() {
        List<String> idle = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("dev.tendon."))
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::toString)
                .toList();
        assertEquals(List.of(), idle);
    }
}
