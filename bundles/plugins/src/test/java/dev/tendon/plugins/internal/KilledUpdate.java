/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.TestHost;
import dev.tendon.plugins.TinyBundle;
import dev.tendon.plugins.store.BundleVersion;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.Garbage;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generations;
import dev.tendon.plugins.store.StoreFiles;
import dev.tendon.plugins.store.StoreLayout;
import dev.tendon.plugins.store.StoreLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** The process that {@link KillTest} kills: updates one bundle, version by version, until it dies. */
final class KilledUpdate {
    static final String ARM = "acme.arm";

    private KilledUpdate() {}

    /**
     * Updates for ever.
     *
     * @param args a folder to work in; {@code trial}: as {@code tendon plugins update} does, or {@code commit}: without
     *     trials, so that nearly every kill hits a commit
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        if (args[1].equals("trial")) {
            withTrials(folder);
        } else {
            commitsOnly(folder);
        }
    }

    private static void withTrials(Path folder) throws Exception {
        TestHost host =
                TestHost.start(folder.resolve("host" + ProcessHandle.current().pid()));
        DefaultPluginStore store = new DefaultPluginStore(
                host.context(), StoreLayout.of(folder), new DurableFiles(), Duration.ofSeconds(20), new SystemClock());
        int version = present(store.generations());
        System.out.println("ready");
        while (true) {
            version++;
            store.install(List.of(arm(folder, version)), InstallOptions.DEFAULT);
        }
    }

    private static void commitsOnly(Path folder) throws Exception {
        StoreLayout layout = StoreLayout.of(folder);
        StoreFiles files = new DurableFiles();
        Generations generations = new Generations(layout, files);
        int version = present(generations);
        System.out.println("ready");
        while (true) {
            version++;
            try (StoreLock lock = StoreLock.tryAcquire(layout, "test").orElseThrow()) {
                Generation old = generations.read();
                new Garbage(layout, files).collect(old);
                Staging staging = new Staging(layout, files);
                List<Staging.StagedJar> jars = staging.take(List.of(arm(folder, version)));
                staging.keep(jars);
                generations.commit(new Generation(
                        old.number() + 1,
                        List.of(new Generation.Plugin(
                                ARM,
                                new BundleVersion(version, 0, 0, ""),
                                jars.get(0).sha256(),
                                false,
                                lock.toString())),
                        new TreeSet<>()));
                staging.discard();
            }
        }
    }

    static int present(Generations generations) throws Exception {
        return generations
                .read()
                .plugin(ARM)
                .map(plugin -> plugin.version().major())
                .orElse(0);
    }

    static Path arm(Path folder, int version) {
        return TinyBundle.named(ARM, version + ".0.0")
                .entry("note", "x".repeat(50_000))
                .writeTo(folder.resolve("given").resolve("arm" + version % 2 + ".jar"));
    }
}
