/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial;

/**
 * A port that could be opened.
 *
 * @param port what to give as a port: {@code /dev/ttyACM0}
 * @param description what the system says is plugged in there; may be empty
 * @param usbId vendor and product as {@code 1a86:55d3}; empty where it is no USB device or not known
 * @param serialNumber of the USB device; empty where not known
 * @param manufacturer of the USB device, as it says itself; empty where not known
 * @param location the USB port that it is plugged into, as the system counts them: {@code 1-2.1}; empty where not known
 */
public record SerialPortInfo(
        String port, String description, String usbId, String serialNumber, String manufacturer, String location) {
    /** A USB device whose maker and place are not known. */
    public SerialPortInfo(String port, String description, String usbId, String serialNumber) {
        this(port, description, usbId, serialNumber, "", "");
    }

    /** A port of which nothing more is known. */
    public static SerialPortInfo of(String port, String description) {
        return new SerialPortInfo(port, description, "", "");
    }

    /** As in messages: {@code /dev/ttyACM0 (USB Single Serial)}. */
    public String text() {
        return description.isEmpty() ? port : port + " (" + description + ")";
    }
}
