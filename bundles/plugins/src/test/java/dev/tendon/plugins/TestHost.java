/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import dev.tendon.plugins.store.ActiveJar;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A running host in this process: a distribution folder of the test's making, and the api from the class path. */
public final class TestHost implements AutoCloseable {
    private final Path folder;
    private final Framework framework;

    private TestHost(Path folder, Framework framework) {
        this.folder = folder;
        this.framework = framework;
    }

    /** Starts a host over what lies in {@code folder/distribution/bundles}. */
    public static TestHost start(Path folder) throws BundleException, IOException {
        Path distribution = Files.createDirectories(folder.resolve("distribution"));
        Path bundles = Files.createDirectories(distribution.resolve("bundles"));
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "dev.tendon.api.choice;version=0.1.0,dev.tendon.api.swap;version=0.1.0",
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                        "felix.log.level",
                        "0",
                        "tendon.distribution",
                        distribution.toString()));
        framework.init();
        List<Bundle> installed = new ArrayList<>();
        try (var jars = Files.list(bundles)) {
            for (Path jar : jars.sorted().toList()) {
                installed.add(framework.getBundleContext().installBundle(ActiveJar.location(jar)));
            }
        }
        framework.start();
        for (Bundle bundle : installed) {
            bundle.start();
        }
        return new TestHost(folder, framework);
    }

    /** Puts the component runtime and what it needs into the distribution of a host to come. */
    public static void addComponentRuntime(Path folder) throws Exception {
        for (String type : List.of(
                "org.apache.felix.scr.component.ExtComponentContext",
                "org.osgi.service.component.ComponentContext",
                "org.osgi.util.promise.Promise",
                "org.osgi.util.function.Function")) {
            Path jar = codeSource(Class.forName(type));
            Path copy = bundles(folder).resolve(jar.getFileName());
            Files.createDirectories(copy.getParent());
            Files.copy(jar, copy);
        }
    }

    private static Path codeSource(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    public static Path bundles(Path folder) {
        return folder.resolve("distribution").resolve("bundles");
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    public Path home() {
        return folder.resolve("home");
    }

    /** The running versions of a bundle, as {@code 1.0.0 ACTIVE}. */
    public List<String> running(String symbolicName) {
        List<String> running = new ArrayList<>();
        for (Bundle bundle : context().getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                running.add(bundle.getVersion() + (bundle.getState() == Bundle.ACTIVE ? " ACTIVE" : " idle"));
            }
        }
        return running;
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
