/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Makes a framework like the host's, with its own cache and home. */
final class TrialSetup {
    private static final List<String> INHERITED = List.of(
            Constants.FRAMEWORK_SYSTEMPACKAGES,
            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
            Constants.FRAMEWORK_SYSTEMCAPABILITIES,
            Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
            Constants.FRAMEWORK_BOOTDELEGATION,
            Constants.FRAMEWORK_BUNDLE_PARENT,
            "felix.service.urlhandlers",
            "tendon.distribution",
            "tendon.version");

    private TrialSetup() {}

    static Framework framework(BundleContext host, Path scratch) {
        ClassLoader loader = host.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(Framework.class)
                .getClass()
                .getClassLoader();
        Iterator<FrameworkFactory> factories =
                ServiceLoader.load(FrameworkFactory.class, loader).iterator();
        if (!factories.hasNext()) {
            throw new IllegalStateException("the class loader of the running framework offers no FrameworkFactory");
        }
        return factories.next().newFramework(configuration(host, scratch));
    }

    private static Map<String, String> configuration(BundleContext host, Path scratch) {
        Map<String, String> configuration = new HashMap<>();
        for (String key : INHERITED) {
            String value = host.getProperty(key);
            if (value != null) {
                configuration.put(key, value);
            }
        }
        configuration.put(Constants.FRAMEWORK_STORAGE, scratch.resolve("cache").toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        configuration.put("tendon.home", scratch.resolve("home").toString());
        configuration.put("tendon.trial", "true");
        configuration.put("felix.log.level", "0"); // what matters comes back as exceptions
        configuration.put("ds.log.enabled", "false"); // likewise, from the component runtime's DTOs
        return configuration;
    }
}
