/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.choice;

import dev.tendon.config.DeclaredComponent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads component descriptions: the part of OSGi Compendium 8, chapter 112.4, that says what a component offers. References
 * and configuration do not matter here.
 */
public final class ComponentXml {
    private @Nullable String implementation;
    private final List<String> provides = new ArrayList<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();

    private ComponentXml() {}

    /**
     * The components of one XML file.
     *
     * @throws IOException where it is no XML
     */
    public static List<DeclaredComponent> read(InputStream xml, String bundle, String version) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<DeclaredComponent> components = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            ComponentXml component = new ComponentXml();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    component = reader.getLocalName().equals("component") ? new ComponentXml() : component;
                    component.element(reader);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("component")
                        && component.implementation != null) {
                    components.add(new DeclaredComponent(
                            bundle, version, component.implementation, component.provides, component.properties));
                }
            }
            return components;
        } catch (XMLStreamException | NumberFormatException e) {
            throw new IOException("a component description is no valid XML: " + e.getMessage(), e);
        }
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "implementation" -> implementation = reader.getAttributeValue(null, "class");
            case "provide" -> provides.add(reader.getAttributeValue(null, "interface"));
            case "property" -> property(reader);
            default -> {
                // references, configuration properties: not of interest
            }
        }
    }

    private void property(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getAttributeValue(null, "name");
        String type = reader.getAttributeValue(null, "type");
        String value = reader.getAttributeValue(null, "value");
        String kind = type == null ? "String" : type;
        if (value != null) {
            properties.put(name, typed(kind, value));
        } else {
            properties.put(
                    name,
                    reader.getElementText()
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> typed(kind, line))
                            .toList());
        }
    }

    private static Object typed(String type, String value) {
        return switch (type) {
            case "Boolean" -> Boolean.valueOf(value);
            case "Integer" -> Integer.valueOf(value);
            case "Long" -> Long.valueOf(value);
            case "Double" -> Double.valueOf(value);
            default -> value;
        };
    }
}
