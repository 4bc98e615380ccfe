/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.trust;

import dev.tendon.plugins.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The trust store of this host's home folder, as a service. Thread: any. */
@ProviderType
public interface Trust {
    /**
     * A certificate that is trusted: it, and those that it signed.
     *
     * @param name what the user calls it
     * @param subject whose it is: {@code CN=Acme Robotics}
     * @param sha256 its fingerprint, in lower-case hexadecimal
     * @param expires when it ends
     */
    record Certificate(String name, String subject, String sha256, Instant expires) {}

    /** What is trusted, by name. */
    List<Certificate> list() throws IOException;

    /**
     * Trusts a certificate.
     *
     * @param file X.509, as PEM or DER
     * @param name what to call it; by default the file's name
     * @throws PluginException where the file is none
     */
    Certificate add(Path file, Optional<String> name) throws PluginException, IOException;

    /** Trusts it no longer; whether it was trusted. Installed plugins stay. */
    boolean remove(String name) throws IOException;

    /** Whether only signed plugins are installed: as {@link #require} set it, or by {@code TENDON_REQUIRE_SIGNED=true}. */
    boolean required() throws IOException;

    /** Sets it for this home folder. */
    void require(boolean signed) throws IOException;

    /**
     * Checks all of a jar.
     *
     * @return who signed it: the subject of the certificate
     * @throws PluginException where it is unsigned, partly signed, changed, expired, or signed by somebody else; says which
     */
    String signer(Path jar) throws PluginException, IOException;
}
