/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher.samples;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.slf4j.LoggerFactory;

/** Stands in for the shell: a few verbs that show what the launcher does with them. */
public final class VerbActivator implements BundleActivator {
    private BundleContext context;

    @Override
    public void start(BundleContext started) {
        context = started;
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("tendon.main", true);
        ToIntFunction<String[]> verbs = this::run;
        context.registerService(ToIntFunction.class, verbs, properties);
    }

    private int run(String[] args) {
        switch (args[0]) {
            case "echo":
                System.out.println(
                        String.join(" ", args) + " in " + Thread.currentThread().getName());
                LoggerFactory.getLogger("sample").info("logged");
                return 7;
            case "bundles":
                for (var bundle : context.getBundles()) {
                    System.out.println(bundle.getSymbolicName() + " " + bundle.getVersion() + " " + bundle.getState());
                }
                System.out.println("generation " + context.getProperty("tendon.generation") + ", version "
                        + context.getProperty("tendon.version"));
                System.out.println("unresolved " + context.getProperty("tendon.plugins.unresolved"));
                return 0;
            case "throw":
                throw new IllegalStateException("the arm fell off");
            case "wait":
                return untilInterrupted();
            default:
                return hang();
        }
    }

    private static int untilInterrupted() {
        System.out.println("waiting");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            System.out.println("ended safe");
        }
        return 0;
    }

    private static int hang() {
        System.out.println("waiting");
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // a verb that does not obey
            }
        }
    }

    @Override
    public void stop(BundleContext stopped) {
        System.out.println("stopped");
    }
}
