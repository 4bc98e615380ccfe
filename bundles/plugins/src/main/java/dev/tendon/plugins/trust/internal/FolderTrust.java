/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.trust.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.trust.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A folder of certificates, {@code NAME.pem} each. Thread: any. */
@Component
public final class FolderTrust implements Trust {
    private static final String SUFFIX = ".pem";
    private static final String VARIABLE = "TENDON_REQUIRE_SIGNED";

    private final Path folder;
    private final DurableFiles files = new DurableFiles();

    @Activate
    public FolderTrust(BundleContext context) {
        this(home(context));
    }

    /** @param home {@code $TENDON_HOME} */
    public FolderTrust(Path home) {
        folder = home.resolve("trust");
    }

    private static Path home(BundleContext context) {
        String home = context.getProperty("tendon.home");
        return home == null ? Path.of(System.getProperty("user.home"), ".tendon") : Path.of(home);
    }

    @Override
    public List<Certificate> list() throws IOException {
        List<Certificate> list = new ArrayList<>();
        for (Map.Entry<String, X509Certificate> entry : certificates().entrySet()) {
            list.add(described(entry.getKey(), entry.getValue()));
        }
        return list;
    }

    private Map<String, X509Certificate> certificates() throws IOException {
        Map<String, X509Certificate> certificates = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path file : found) {
                    String name = file.getFileName().toString();
                    try {
                        certificates.put(name.substring(0, name.length() - SUFFIX.length()), read(file));
                    } catch (CertificateException e) {
                        throw new IOException(file + " is no certificate; remove it: " + e.getMessage(), e);
                    }
                }
            }
        }
        return certificates;
    }

    private static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static Certificate described(String name, X509Certificate certificate) {
        return new Certificate(
                name,
                certificate.getSubjectX500Principal().getName(),
                fingerprint(certificate),
                certificate.getNotAfter().toInstant());
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Certificate add(Path file, Optional<String> name) throws PluginException, IOException {
        String called = name.orElse(String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]+$", ""));
        if (!called.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new PluginException(
                    Kind.NO_BUNDLE, "\"" + called + "\" is no name for a certificate; give one: --name=acme");
        }
        try {
            X509Certificate certificate = read(file);
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            write(called + SUFFIX, pem);
            return described(called, certificate);
        } catch (CertificateException e) {
            throw new PluginException(
                    Kind.NO_BUNDLE, file + " is no X.509 certificate (PEM or DER): " + e.getMessage() + ".", e);
        }
    }

    private void write(String name, String text) throws IOException {
        files.createFolders(folder);
        Path aside = folder.resolve("." + name + ".tmp");
        files.delete(aside);
        files.write(aside, text.getBytes(StandardCharsets.US_ASCII));
        files.sync(aside);
        files.rename(aside, folder.resolve(name));
        files.syncFolder(folder);
    }

    @Override
    public boolean remove(String name) throws IOException {
        Path file = folder.resolve(name + SUFFIX).normalize();
        return folder.equals(file.getParent()) && Files.deleteIfExists(file);
    }

    @Override
    public boolean required() throws IOException {
        Path setting = folder.resolve("require_signed");
        return "true".equals(System.getenv(VARIABLE))
                || (Files.exists(setting) && Files.readString(setting).strip().equals("true"));
    }

    @Override
    public void require(boolean signed) throws IOException {
        write("require_signed", signed + "\n");
    }

    @Override
    public String signer(Path jar) throws PluginException, IOException {
        return signer(jar, String.valueOf(jar.getFileName()));
    }

    /** As {@link #signer(Path)}; messages call the file by another name. */
    public String signer(Path jar, String name) throws PluginException, IOException {
        Set<CodeSigner> signers = JarSignature.of(jar, name);
        Map<String, X509Certificate> trusted = certificates();
        PluginException why = null;
        for (CodeSigner signer : signers) {
            X509Certificate own = (X509Certificate)
                    signer.getSignerCertPath().getCertificates().get(0);
            try {
                requireTrusted(signer, own, trusted, name);
                return own.getSubjectX500Principal().getName();
            } catch (PluginException e) {
                why = e;
            }
        }
        throw why == null ? new PluginException(Kind.REFUSED, name + " is not signed.") : why;
    }

    private static void requireTrusted(
            CodeSigner signer, X509Certificate own, Map<String, X509Certificate> trusted, String name)
            throws PluginException {
        String who = name + " is signed by " + own.getSubjectX500Principal().getName();
        Instant now = Instant.now();
        if (own.getNotAfter().toInstant().isBefore(now)) {
            throw new PluginException(
                    Kind.REFUSED,
                    who + ", whose certificate expired at " + own.getNotAfter().toInstant()
                            + ". Ask its vendor for one that is signed anew.");
        } else if (own.getNotBefore().toInstant().isAfter(now)) {
            throw new PluginException(
                    Kind.REFUSED,
                    who + ", whose certificate is valid only from "
                            + own.getNotBefore().toInstant() + ". Look at this computer's clock.");
        }
        if (trusted.values().stream().noneMatch(own::equals) && !chains(signer, trusted)) {
            throw new PluginException(
                    Kind.REFUSED,
                    who + " (SHA-256 " + fingerprint(own)
                            + "), who is not in the trust store. If you trust them and have compared the fingerprint:"
                            + " tendon plugins trust add CERTIFICATE.pem");
        }
    }

    /** Whether a trusted certificate signed the signer's, directly or by others that are in the jar. */
    private static boolean chains(CodeSigner signer, Map<String, X509Certificate> trusted) {
        Set<TrustAnchor> anchors = new HashSet<>();
        trusted.values().forEach(certificate -> anchors.add(new TrustAnchor(certificate, null)));
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false); // nobody to ask without a network
            CertPathValidator.getInstance("PKIX").validate(signer.getSignerCertPath(), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
