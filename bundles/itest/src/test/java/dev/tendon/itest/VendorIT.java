/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.bench.RevisedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vendor does who has never seen the source: from nothing to a robot that others install, update and remove. */
class VendorIT {
    private static final String BUNDLE = "com.acme.arm";
    /** Changes of plugins run at low priority, beside arms that move; on a busy machine that takes its time. */
    private static final long PLUGINS_S = 300;

    private static final List<String> LEADER = List.of("--teleop.type=so101_leader", "--teleop.port=sim:");

    private Path folder;
    private Path home;

    @BeforeEach
    void freshFolder() {
        folder = TendonHost.freshFolder("vendor");
        home = folder.resolve("home");
    }

    @Test
    void generateBuildVerifyIndexInstallTeleoperateUpdateUninstall() throws Exception {
        VendorMaven maven = new VendorMaven(folder.resolve("repository"));
        maven.run(
                folder,
                "org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("itest.archetype")
                        + ":generate",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=dev.tendon",
                "-DarchetypeArtifactId=dev.tendon.archetype.robot",
                "-DarchetypeVersion=0.1.0",
                "-DgroupId=com.acme",
                "-DartifactId=" + BUNDLE,
                "-Dpackage=" + BUNDLE,
                "-Dchoice=acme_arm",
                "-DclassName=AcmeArm");
        Path project = folder.resolve(BUNDLE);
        maven.run(project, "verify");
        Path jar = project.resolve("target").resolve(BUNDLE + "-1.0.0.jar");

        assertThat(typed("plugins", "verify", jar.toString())).anyMatch(line -> line.startsWith("Conforms: "));
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.copy(jar, shop.resolve(jar.getFileName()));
        typed("plugins", "index", shop.toString());
        typed("plugins", "repositories", "add", "shop", shop.toString());
        assertThat(typed("plugins", "search", "acme")).anyMatch(line -> line.contains("robot acme_arm"));

        try (Terminal running = teleoperate("so101_follower", 120)) {
            running.untilErr("so101_follower");
            assertThat(typed("plugins", "install", "acme_arm"))
                    .anyMatch(line -> line.contains(BUNDLE + " 1.0.0 installed"))
                    .anyMatch(line -> line.contains("teleoperate") && line.contains("installed and started"));
            try (Terminal arm = teleoperate("acme_arm", 2)) {
                assertThat(arm.exitCode()).as(arm::toString).isZero();
            }
            Path next = folder.resolve("next.jar");
            String version = RevisedJar.write(jar, next, "next");
            assertThat(typed("plugins", "update", next.toString()))
                    .anyMatch(line -> line.contains(version) && line.contains("exchanged while running"));
            assertThat(typed("plugins", "uninstall", BUNDLE)).anyMatch(line -> line.contains("stopped and removed"));
            running.signal("INT");
            assertThat(running.exitCode()).as(running::toString).isEqualTo(130);
        }
        try (Terminal gone = teleoperate("acme_arm", 2)) {
            assertThat(gone.exitCode()).as(gone::toString).isEqualTo(2);
        }
    }

    private List<String> typed(String... arguments) throws Exception {
        try (Terminal terminal = Terminal.type(home, arguments)) {
            assertThat(terminal.exitCode(PLUGINS_S)).as(terminal::toString).isZero();
            return terminal.out();
        }
    }

    private Terminal teleoperate(String robot, int seconds) throws IOException {
        return Terminal.type(
                home,
                "teleoperate",
                "--robot.type=" + robot,
                "--robot.port=sim:",
                LEADER.get(0),
                LEADER.get(1),
                "--teleop_time_s=" + seconds);
    }
}
