/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import dev.tendon.serial.SerialPortInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a port of the system could not be opened, and what to do about it.
 *
 * @param port as the user wrote it
 * @param exists whether there is such a device
 * @param allowed whether this user may read and write it
 * @param group whose members may; empty where the system has no such thing
 * @param code the system's error number; 0 where it gave none
 */
record PortTrouble(String port, boolean exists, boolean allowed, String group, int code) {
    /** The usual owner of serial ports on Debian, Ubuntu and Fedora. */
    private static final String USUAL_GROUP = "dialout";

    private static final int EACCES = 13;

    /** Looks at the device file after a failure; on a system without device files only the list knows what exists. */
    static PortTrouble of(String port, int code, List<SerialPortInfo> there) {
        if (!port.startsWith("/")) {
            boolean listed = there.stream().anyMatch(info -> info.port().equalsIgnoreCase(port));
            return new PortTrouble(port, listed, true, "", code);
        }
        Path device = Path.of(port);
        return new PortTrouble(
                port,
                Files.exists(device),
                Files.isReadable(device) && Files.isWritable(device) && code != EACCES,
                group(device),
                code);
    }

    String text(List<SerialPortInfo> there) {
        if (!exists) {
            return "There is no serial port " + port + ". " + present(there);
        }
        if (!allowed) {
            String owner = group.isEmpty() ? USUAL_GROUP : group;
            return "You may not use " + port + ": it belongs to the group " + owner + ". Run: sudo usermod -aG " + owner
                    + " $USER; then log out and in again.";
        }
        return port + " could not be opened" + (code == 0 ? "" : " (error " + code + " of the system)")
                + ". It is probably in use: close the other program that has it, and try again.";
    }

    private static String present(List<SerialPortInfo> there) {
        return there.isEmpty()
                ? "No serial port is there at all: check that the device is plugged in and has power."
                : "There are: " + there.stream().map(SerialPortInfo::text).collect(Collectors.joining(", ")) + ".";
    }

    private static String group(Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException | UnsupportedOperationException e) {
            return ""; // the message then names the usual one
        }
    }
}
