/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.TinyBundle;
import dev.tendon.plugins.samples.GoodActivator;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that are signed, and jars that somebody worked on. */
class SignedJarsTest {
    private static final char[] PASSWORD = "tendon".toCharArray();

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private FolderTrust trust;

    @BeforeAll
    static void keys() throws Exception {
        key("acme", "-validity", "100");
        key("mallory", "-validity", "100");
        key("late", "-startdate", "-3y", "-validity", "30");
        key("root", "-validity", "100", "-ext", "bc:c");
        key("leaf", "-validity", "100", "-signer", "root");
    }

    private static void key(String name, String... more) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-keystore",
                shared.resolve("keys.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "tendon"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static PrivateKeyEntry entry(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(shared.resolve("keys.p12"))) {
            store.load(in, PASSWORD);
        }
        return (PrivateKeyEntry) store.getEntry(name, new PasswordProtection(PASSWORD));
    }

    private Path certificate(String name) throws Exception {
        return Files.write(
                folder.resolve(name + ".cer"), entry(name).getCertificate().getEncoded());
    }

    private Path bundle() {
        return TinyBundle.named("acme.arm", "1.0.0")
                .activator(GoodActivator.class)
                .entry("about.txt", "An arm")
                .writeTo(folder.resolve("arm.jar"));
    }

    private Path signed(String name) throws Exception {
        Path signed = folder.resolve("signed-" + name + ".jar");
        try (ZipFile in = new ZipFile(bundle().toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(entry(name)).build().sign(in, out);
        }
        return signed;
    }

    /** The same jar with another text in an entry, without it, or with one more. */
    private Path worked(Path signed, String entry, UnaryOperator<String> work) throws Exception {
        Path worked = folder.resolve("worked.jar");
        try (JarFile in = new JarFile(signed.toFile(), false);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(worked))) {
            boolean found = false;
            for (JarEntry each : Collections.list(in.entries())) {
                String text = new String(
                        in.getInputStream(each).readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
                if (each.getName().equals(entry)) {
                    found = true;
                    text = work.apply(text);
                }
                if (text != null) {
                    out.putNextEntry(new JarEntry(each.getName()));
                    out.write(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
            if (!found) {
                out.putNextEntry(new JarEntry(entry));
                out.write(work.apply("").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return worked;
    }

    @BeforeEach
    void open() {
        trust = new FolderTrust(folder.resolve("home"));
    }

    private void refused(Path jar, String why) {
        assertThatThrownBy(() -> trust.signer(jar))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aJarOfATrustedSignerIsTakenAndSaysWho() throws Exception {
        trust.add(certificate("acme"), Optional.empty());
        assertThat(trust.signer(signed("acme"))).isEqualTo("CN=acme");
    }

    @Test
    void aCertificateThatATrustedOneSignedIsTrusted() throws Exception {
        trust.add(certificate("root"), Optional.of("authority"));
        assertThat(trust.signer(signed("leaf"))).isEqualTo("CN=leaf");
        refused(signed("acme"), "not in the trust store");
    }

    @Test
    void eachKindOfBadJarIsRefusedWithItsOwnMessage() throws Exception {
        trust.add(certificate("acme"), Optional.empty());
        trust.add(certificate("late"), Optional.empty());
        refused(bundle(), "is not signed, and only signed plugins are taken");
        refused(signed("mallory"), "is signed by CN=mallory (SHA-256 ");
        refused(signed("late"), "whose certificate expired at ");
        Path good = signed("acme");
        refused(worked(good, "about.txt", text -> "A leg"), "was changed after it was signed");
        refused(worked(good, "about.txt", text -> null), "about.txt was taken out");
        refused(worked(good, "evil/Evil.class", text -> "x"), "is signed only in part: evil/Evil.class is not.");
        refused(
                worked(good, "META-INF/MANIFEST.MF", text -> text.replace("acme.arm", "acme.leg")),
                "was changed after it was signed");
        refused(worked(good, "META-INF/SIGNER.SF", text -> null), "is not signed");
    }

    @Test
    void trustIsGivenListedAndTakenBack() throws Exception {
        assertThat(trust.list()).isEmpty();
        trust.add(certificate("acme"), Optional.empty());
        assertThat(trust.list()).singleElement().satisfies(certificate -> {
            assertThat(certificate.name()).isEqualTo("acme");
            assertThat(certificate.subject()).isEqualTo("CN=acme");
            assertThat(certificate.sha256()).hasSize(64);
        });
        assertThat(trust.remove("../acme")).isFalse();
        assertThat(trust.remove("acme")).isTrue();
        refused(signed("acme"), "not in the trust store");
        Path letter = Files.writeString(folder.resolve("letter.pem"), "no certificate");
        assertThatThrownBy(() -> trust.add(letter, Optional.empty())).hasMessageContaining("is no X.509 certificate");
    }

    @Test
    void theSettingIsKept() throws Exception {
        assertThat(trust.required()).isFalse();
        trust.require(true);
        assertThat(new FolderTrust(folder.resolve("home")).required()).isTrue();
        trust.require(false);
        assertThat(trust.required()).isFalse();
    }
}
