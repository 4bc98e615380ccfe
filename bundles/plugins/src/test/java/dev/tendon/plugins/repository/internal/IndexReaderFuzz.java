/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.plugins.repository.internal.Entry.Capability;
import dev.tendon.plugins.repository.internal.Entry.Requirement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.osgi.framework.Version;

/** Whatever an index holds, it is read or refused with an IOException; and what is written is read again. */
class IndexReaderFuzz {
    private static final List<Entry> ENTRIES = List.of(new Entry(
            "acme.arm",
            new Version(1, 2, 3),
            "An arm <&> \"more\"",
            "a/arm.jar",
            4711,
            "0123456789abcdef".repeat(4),
            List.of(new Capability(
                    "osgi.wiring.package", Map.of("osgi.wiring.package", "acme", "version", new Version(1, 0, 0)))),
            List.of(new Requirement("osgi.ee", Map.of("filter", "(&(osgi.ee=JavaSE)(version=17))")))));

    private static void readOrRefuse(byte[] xml) {
        try {
            IndexReader.read(xml, "index.xml")
                    .forEach(entry -> assertThat(entry.sha256()).hasSize(64));
        } catch (IOException expected) {
            assertThat(expected).hasMessageContaining("index.xml");
        }
    }

    @Property(tries = 300)
    void aDamagedIndex(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 100_000) Integer> places,
            @ForAll byte value,
            @ForAll @IntRange(min = 0, max = 3) int how)
            throws IOException {
        byte[] xml = IndexWriter.write("x", ENTRIES).getBytes(UTF_8);
        for (int place : places) {
            int at = place % xml.length;
            switch (how) {
                case 0 -> xml[at] = value;
                case 1 -> xml[at] ^= (byte) (1 << (place & 7));
                case 2 -> xml = java.util.Arrays.copyOf(xml, Math.max(1, at));
                default -> System.arraycopy(xml, 0, xml, at, Math.min(40, xml.length - at));
            }
        }
        readOrRefuse(xml);
    }

    @Property(tries = 200)
    void anyBytes(@ForAll @Size(max = 200) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 200)
    void anyDescriptionComesBack(@ForAll @StringLength(max = 60) String text) throws IOException {
        Entry one = ENTRIES.get(0);
        String printable = text.replaceAll("[^\\x20-\\x7e\\u00a0-\\ud7ff]", "").strip();
        Entry entry = new Entry(
                one.symbolicName(),
                one.version(),
                printable,
                one.url(),
                one.size(),
                one.sha256(),
                one.capabilities(),
                one.requirements());
        Entry again = IndexReader.read(IndexWriter.write("x", List.of(entry)).getBytes(UTF_8), "index.xml")
                .get(0);
        assertThat(again.description())
                .isEqualTo(printable.replaceAll("\\p{Cntrl}", " ").strip());
        assertThat(again.sha256()).isEqualTo(entry.sha256());
        assertThat(again.version()).isEqualTo(entry.version());
        assertThat(again.requirements()).isEqualTo(entry.requirements());
    }
}
