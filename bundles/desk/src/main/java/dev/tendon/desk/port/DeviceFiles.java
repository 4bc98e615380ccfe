/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Linux knows of a port's device file: rights, the names of {@code udev} that stay, and, of the processes that this user may look
 * into, which have it open. Elsewhere, where there are no such folders, it knows little and says so. Thread: any; reads the disk.
 */
final class DeviceFiles {
    private static final String DEV = "/dev/";

    private final Path proc;
    private final Path groups;
    private final Path byId;
    private final String user;

    /** This machine's. */
    DeviceFiles() {
        this(
                Path.of("/proc"),
                Path.of("/etc/group"),
                Path.of("/dev/serial/by-id"),
                System.getProperty("user.name", ""));
    }

    /**
     * Those of a machine that is laid out elsewhere.
     *
     * @param proc a folder for each process
     * @param groups the list of groups
     * @param byId links whose names do not change
     * @param user who runs this
     */
    DeviceFiles(Path proc, Path groups, Path byId, String user) {
        this.proc = proc;
        this.groups = groups;
        this.byId = byId;
        this.user = user;
    }

    /** Whether the user could open it. */
    PortAccess access(String port) {
        Path device = Path.of(port);
        if (!port.startsWith(DEV) || !Files.exists(device)) {
            return PortAccess.UNKNOWN;
        }
        boolean mayOpen = Files.isReadable(device) && Files.isWritable(device);
        String group = group(device);
        return PortAccess.judge(port, mayOpen, group, members(group), user, holders(device));
    }

    /** The name by which {@code udev} will always know what is plugged in there: {@code /dev/serial/by-id/usb-1a86_…}. */
    Optional<String> stableName(String port) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(byId)) {
            Path device = Path.of(port).toRealPath();
            for (Path link : links) {
                if (link.toRealPath().equals(device)) {
                    return Optional.of(link.toString());
                }
            }
        } catch (IOException e) {
            // no such folder, or the port went away: it has no such name
        }
        return Optional.empty();
    }

    private static String group(Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Whom the system's list has in a group; not who has it as the main group, who needs no entry there. */
    List<String> members(String group) {
        if (group.isEmpty()) {
            return List.of();
        }
        try {
            for (String line : Files.readAllLines(groups)) {
                String[] fields = line.split(":", -1);
                if (fields.length == 4 && fields[0].equals(group)) {
                    return List.of(fields[3].split(","));
                }
            }
        } catch (IOException e) {
            // groups come from elsewhere
        }
        return List.of();
    }

    /** Programs that have the device open, as {@code python3 (process 4711)}. */
    List<String> holders(Path device) {
        List<String> holders = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            Path real = device.toRealPath();
            for (Path process : processes) {
                if (holds(process, real)) {
                    holders.add(name(process) + " (process " + process.getFileName() + ")");
                }
            }
        } catch (IOException e) {
            // no such folder on this system
        }
        return holders;
    }

    private static boolean holds(Path process, Path device) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (pointsTo(file, device)) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // another user's process, or one that has just ended
        }
        return false;
    }

    private static boolean pointsTo(Path file, Path device) throws IOException {
        try {
            return Files.readSymbolicLink(file).equals(device);
        } catch (FileSystemException e) {
            return false; // it was closed meanwhile
        }
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            return "a program";
        }
    }
}
