/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import dev.tendon.serial.SerialPortInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A port, and what could be found out about it.
 *
 * @param info what the system says
 * @param stableName a name that stays when other things are plugged in first
 */
record ListedPort(SerialPortInfo info, PortAccess access, Optional<String> stableName) {
    static ListedPort of(SerialPortInfo info, DeviceFiles files) {
        return new ListedPort(info, files.access(info.port()), files.stableName(info.port()));
    }

    String port() {
        return info.port();
    }

    /** A heading, then what is known, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(info.port());
        add(lines, "what", info.description());
        add(lines, "maker", info.manufacturer());
        add(lines, "usb id", info.usbId());
        add(lines, "serial no", info.serialNumber());
        add(lines, "usb port", info.location());
        add(lines, "looks like", Boards.of(info.usbId()));
        add(lines, "also named", stableName.orElse(""));
        add(lines, "access", access.text());
        add(lines, "to do", access.advice());
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-10s  %s", name, value));
        }
    }

    /** For {@code --json}; null where not known. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("port", info.port());
        json.put("description", known(info.description()));
        json.put("manufacturer", known(info.manufacturer()));
        json.put("usb_id", known(info.usbId()));
        json.put("usb_vendor_id", known(half(0)));
        json.put("usb_product_id", known(half(1)));
        json.put("serial_number", known(info.serialNumber()));
        json.put("location", known(info.location()));
        json.put("board", known(Boards.of(info.usbId())));
        json.put("stable_name", stableName.orElse(null));
        json.put("access", access.state().spelling());
        json.put("access_detail", known(access.detail()));
        json.put("advice", known(access.advice()));
        return json;
    }

    private String half(int which) {
        String[] halves = info.usbId().split(":", -1);
        return halves.length == 2 ? halves[which] : "";
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
