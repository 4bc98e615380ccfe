/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.TrialBody;
import dev.tendon.plugins.store.ActiveJar;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;

/** Runs trials beside the caller, so that a plugin that never returns cannot hold it. Thread: any. */
final class TrialRunner {
    private final BundleContext host;
    private final Duration limit;

    TrialRunner(BundleContext host, Duration limit) {
        this.host = host;
        this.limit = limit;
    }

    @FunctionalInterface
    private interface Body<T> {
        T run(Framework framework) throws Exception;
    }

    /**
     * Tries the bundles that a host would run after a change.
     *
     * @param before what a host runs now; asked only if the change breaks something
     */
    Trial.Verdict run(Baseline baseline, List<ActiveJar> before, List<ActiveJar> after, Set<String> changed)
            throws PluginException, IOException, InterruptedException {
        boolean main = offersMain();
        try {
            return inFramework(framework -> Trial.run(framework, baseline, after, changed, Set.of(), main));
        } catch (PluginException refused) {
            Set<String> broken = inFramework(framework -> Trial.unresolved(framework, baseline, before));
            if (broken.isEmpty()) {
                throw refused;
            }
            return inFramework(framework -> Trial.run(framework, baseline, after, changed, broken, main));
        }
    }

    /** Tries bundles as {@link #run} does, and then runs {@code body} in the same framework. */
    <T> T run(Baseline baseline, List<ActiveJar> active, Set<String> tried, Duration atMost, TrialBody<T> body)
            throws PluginException, IOException, InterruptedException {
        return inFramework(atMost, framework -> {
            Trial.run(framework, baseline, active, tried, Set.of(), false);
            List<Bundle> bundles = Arrays.stream(framework.getBundleContext().getBundles())
                    .filter(bundle -> tried.contains(bundle.getSymbolicName()))
                    .toList();
            return body.run(framework.getBundleContext(), bundles);
        });
    }

    private boolean offersMain() {
        try {
            return host.getAllServiceReferences(null, "(tendon.main=true)") != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T inFramework(Body<T> body) throws PluginException, IOException, InterruptedException {
        return inFramework(limit, body);
    }

    private <T> T inFramework(Duration atMost, Body<T> body) throws PluginException, IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("tendon-trial");
        FutureTask<T> task = new FutureTask<>(() -> {
            Framework framework = TrialSetup.framework(host, scratch);
            try {
                return body.run(framework);
            } finally {
                framework.stop();
                framework.waitForStop(limit.toMillis());
                delete(scratch);
            }
        });
        Thread thread = new Thread(task, "tendon-trial");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            String busy = busyWith(thread);
            thread.interrupt();
            throw new PluginException(
                    Kind.REFUSED, "The trial did not end within " + atMost.toSeconds() + " s: " + busy + ".", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PluginException refused) {
                throw refused;
            }
            throw new PluginException(
                    Kind.REFUSED, "The trial itself failed: " + Words.cause(e.getCause()) + ".", e.getCause());
        }
    }

    private static String busyWith(Thread thread) {
        StackTraceElement[] trace = thread.getStackTrace();
        for (StackTraceElement element : trace) {
            String type = element.getClassName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("org.apache.felix.")) {
                return "it was still in " + type + "." + element.getMethodName();
            }
        }
        return "a plugin does not return";
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
