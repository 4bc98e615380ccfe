/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.repository.internal.Entry.Capability;
import dev.tendon.plugins.repository.internal.Entry.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** Reads an index that anybody may have written: no document type, no entities, all of it bounded. */
final class IndexReader {
    /** The largest index that is read: some 10 000 bundles. */
    static final int MAX_BYTES = 32 << 20;

    private static final int MAX_RESOURCES = 20_000;
    private static final int MAX_PARTS = 20_000;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT = 1 << 16;
    private static final long MAX_JAR = 4L << 30;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Capability> capabilities = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Map<String, String> directives = new LinkedHashMap<>();
    private String namespace = "";

    private IndexReader() {}

    /**
     * The bundles of an index. Resources that are no bundles, or have no jar, are left out.
     *
     * @throws IOException where it is no index, or does what no index needs; says where
     */
    static List<Entry> read(byte[] xml, String name) throws IOException {
        if (xml.length > MAX_BYTES) {
            throw new IOException(name + " is larger than an index may be (" + (MAX_BYTES >> 20) + " MiB)");
        }
        IndexReader reader = new IndexReader();
        XMLStreamReader in = null;
        try {
            in = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.document(in);
            return reader.entries;
        } catch (XMLStreamException | IllegalArgumentException e) {
            int line = in == null ? 0 : in.getLocation().getLineNumber();
            throw new IOException(name + " is no repository index: line " + line + ": " + e.getMessage(), e);
        } finally {
            close(in);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, entity) -> {
            throw new XMLStreamException("nothing outside is read");
        });
        return factory;
    }

    private static void close(@Nullable XMLStreamReader in) throws IOException {
        try {
            if (in != null) {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void document(XMLStreamReader in) throws XMLStreamException {
        int depth = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD -> throw new IllegalArgumentException(
                        "it has a document type, which no index needs");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new IllegalArgumentException(
                        "it has an entity, which no index needs");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > MAX_DEPTH) {
                        throw new IllegalArgumentException("it is nested too deeply");
                    } else if (depth == 1 && !in.getLocalName().equals("repository")) {
                        throw new IllegalArgumentException("it begins with <" + in.getLocalName() + ">");
                    }
                    start(in);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end(in.getLocalName());
                }
                default -> {
                    // text between elements says nothing
                }
            }
        }
    }

    private void start(XMLStreamReader in) {
        switch (in.getLocalName()) {
            case "resource" -> {
                capabilities.clear();
                requirements.clear();
            }
            case "capability", "requirement" -> {
                attributes.clear();
                directives.clear();
                namespace = text(in, "namespace", "");
            }
            case "attribute" -> attributes.put(
                    text(in, "name", ""), JarEntries.value(text(in, "type", "String"), text(in, "value", "")));
            case "directive" -> directives.put(text(in, "name", ""), text(in, "value", ""));
            default -> {
                // extensions are left out
            }
        }
        if (attributes.size() + directives.size() + capabilities.size() + requirements.size() > MAX_PARTS) {
            throw new IllegalArgumentException("a resource has more than " + MAX_PARTS + " parts");
        }
    }

    private static String text(XMLStreamReader in, String attribute, String fallback) {
        String text = in.getAttributeValue(null, attribute);
        if (text != null && text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "the attribute " + attribute + " is longer than " + MAX_TEXT + " characters");
        }
        return text == null ? fallback : text;
    }

    private void end(String element) {
        switch (element) {
            case "capability" -> capabilities.add(new Capability(namespace, Map.copyOf(attributes)));
            case "requirement" -> requirements.add(new Requirement(namespace, Map.copyOf(directives)));
            case "resource" -> {
                entry().ifPresent(entries::add);
                if (entries.size() > MAX_RESOURCES) {
                    throw new IllegalArgumentException("it has more than " + MAX_RESOURCES + " resources");
                }
            }
            default -> {
                // of no interest
            }
        }
    }

    private Optional<Entry> entry() {
        Map<String, Object> identity = attributes(Entry.IDENTITY);
        Map<String, Object> content = attributes(Entry.CONTENT);
        if (content.isEmpty()
                || !List.of("osgi.bundle", "osgi.fragment").contains(identity.getOrDefault("type", "osgi.bundle"))
                || !(identity.get("version") instanceof Version version)) {
            return Optional.empty();
        }
        String name = string(identity, Entry.IDENTITY);
        if (!name.matches("[A-Za-z0-9_.-]{1,200}")) {
            throw new IllegalArgumentException("\"" + name + "\" is no bundle's name");
        }
        String sha256 = string(content, Entry.CONTENT);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(name + " has no SHA-256 in osgi.content");
        }
        if (!(content.get("size") instanceof Long size) || size <= 0 || size > MAX_JAR) {
            throw new IllegalArgumentException(name + " has no size, or a wrong one: " + content.get("size"));
        }
        return Optional.of(new Entry(
                name,
                version,
                printable(string(identity, "description")),
                string(content, "url"),
                size,
                sha256,
                List.copyOf(capabilities),
                List.copyOf(requirements)));
    }

    /** Without what a terminal would take as a command. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String string(Map<String, Object> attributes, String name) {
        return String.valueOf(attributes.getOrDefault(name, ""));
    }

    private Map<String, Object> attributes(String wanted) {
        return capabilities.stream()
                .filter(capability -> capability.namespace().equals(wanted))
                .map(Capability::attributes)
                .findFirst()
                .orElse(Map.of());
    }
}
