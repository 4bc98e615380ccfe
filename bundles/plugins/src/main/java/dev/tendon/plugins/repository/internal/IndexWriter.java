/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.repository.internal.Entry.Capability;
import dev.tendon.plugins.repository.internal.Entry.Requirement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.osgi.framework.Version;

/** Writes an index (OSGi Compendium 7, section 132.5). */
final class IndexWriter {
    static final String NAMESPACE = "http://www.osgi.org/xmlns/repository/v1.0.0";

    private final XMLStreamWriter out;

    private IndexWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /** The XML of an index. The same entries give the same text. */
    static String write(String name, List<Entry> entries) throws IOException {
        StringWriter text = new StringWriter();
        try (Writer writer = text) {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
            IndexWriter index = new IndexWriter(out);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            out.writeStartElement("repository");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeAttribute("name", name);
            out.writeAttribute("increment", "1");
            for (Entry entry : entries) {
                index.resource(entry);
            }
            index.newLine(0);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IOException("The index cannot be written: " + e.getMessage(), e);
        }
        return text + "\n";
    }

    private void newLine(int depth) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void resource(Entry entry) throws XMLStreamException {
        newLine(1);
        out.writeStartElement("resource");
        capability(
                Entry.IDENTITY,
                Map.of(Entry.IDENTITY, entry.symbolicName()),
                Map.of("type", "osgi.bundle", "description", entry.description()),
                Map.of("version", entry.version()));
        capability(
                Entry.CONTENT,
                Map.of(Entry.CONTENT, entry.sha256()),
                Map.of("url", entry.url(), "mime", "application/vnd.osgi.bundle"),
                Map.of("size", entry.size()));
        for (Capability capability : entry.capabilities()) {
            capability(capability.namespace(), capability.attributes());
        }
        for (Requirement requirement : entry.requirements()) {
            newLine(2);
            out.writeStartElement("requirement");
            out.writeAttribute("namespace", requirement.namespace());
            for (Map.Entry<String, String> directive : requirement.directives().entrySet()) {
                newLine(3);
                out.writeEmptyElement("directive");
                out.writeAttribute("name", directive.getKey());
                out.writeAttribute("value", directive.getValue());
            }
            newLine(2);
            out.writeEndElement();
        }
        newLine(1);
        out.writeEndElement();
    }

    @SafeVarargs
    private void capability(String namespace, Map<String, ?>... attributes) throws XMLStreamException {
        newLine(2);
        out.writeStartElement("capability");
        out.writeAttribute("namespace", namespace);
        for (Map<String, ?> some : attributes) {
            for (Map.Entry<String, ?> attribute : new java.util.TreeMap<>(some).entrySet()) {
                attribute(attribute.getKey(), attribute.getValue());
            }
        }
        newLine(2);
        out.writeEndElement();
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        newLine(3);
        out.writeEmptyElement("attribute");
        out.writeAttribute("name", name);
        String type = value instanceof Version
                ? "Version"
                : value instanceof Long
                        ? "Long"
                        : value instanceof Double ? "Double" : value instanceof List ? "List<String>" : "";
        if (!type.isEmpty()) {
            out.writeAttribute("type", type);
        }
        out.writeAttribute(
                "value",
                value instanceof List<?> list
                        ? String.join(",", list.stream().map(String::valueOf).toList())
                        : value.toString());
    }
}
