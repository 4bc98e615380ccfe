/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.samples;

import dev.tendon.api.choice.ChoiceType;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers the choice that its bundle's header {@code Test-Choice} names, without Declarative Services. */
public final class ChoiceActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("tendon.choice", context.getBundle().getHeaders("").get("Test-Choice"));
        context.registerService(ChoiceType.class, new GoodType(), properties);
    }

    @Override
    public void stop(BundleContext context) {}
}
