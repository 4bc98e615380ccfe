/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Linux' files tell of video devices without opening one: which there are, what they are called, who may open them and who has them
 * open. Thread: any; reads the disk.
 *
 * @param kernel the kernel's list: a folder {@code videoN} each; absent in some containers
 * @param dev where the device files are
 * @param proc a folder for each process
 * @param groups the list of groups
 * @param user who runs this
 */
record VideoNodes(Path kernel, Path dev, Path proc, Path groups, String user) {
    private static final Pattern NODE = Pattern.compile("video(\\d{1,4})");

    /** This machine's. */
    static VideoNodes ofThisMachine() {
        return new VideoNodes(
                Path.of("/sys/class/video4linux"),
                Path.of("/dev"),
                Path.of("/proc"),
                Path.of("/etc/group"),
                System.getProperty("user.name", ""));
    }

    /** Numbers of all nodes, ascending. */
    SortedSet<Integer> numbers() {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (Path folder : List.of(kernel, dev)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "video*")) {
                for (Path entry : entries) {
                    Matcher node = NODE.matcher(entry.getFileName().toString());
                    if (node.matches()) {
                        numbers.add(Integer.valueOf(node.group(1)));
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // no such folder: no camera was ever plugged in, or this is a container without it
            }
        }
        return numbers;
    }

    /** The device file of a node, as users name it. */
    String device(int number) {
        return "/dev/video" + number;
    }

    /** Its name by the kernel's list; the device where that does not tell. */
    String name(int number) {
        String name = told(number, "name");
        return name.isEmpty() ? device(number) : name;
    }

    /** Whether it is the first of its camera's nodes: those that follow mostly deliver meta data. */
    boolean first(int number) {
        String index = told(number, "index");
        return index.isEmpty() || index.equals("0");
    }

    private String told(int number, String what) {
        try {
            return Files.readString(kernel.resolve("video" + number).resolve(what))
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Why this user may not open it, and what to do. */
    String denied(int number) {
        String group = group(number);
        if (group.isEmpty()) {
            return "you may not open it: ask who administers this machine for the right to " + device(number);
        }
        if (members(group).contains(user)) {
            return "you may not open it yet: you are in the group " + group
                    + " since you logged in, so log out and in again";
        }
        return "you may not open it: it belongs to the group " + group + ". Run: sudo usermod -aG " + group
                + " $USER; then log out and in again";
    }

    /** Who has it open, and what to do. */
    String busy(int number) {
        List<String> holders = holders(Path.of(device(number))); // as the kernel names it
        return holders.isEmpty()
                ? "it is in use by another program (of another user: only root sees which); close that program"
                : "it is in use by " + String.join(", ", holders) + "; close it";
    }

    private String group(int number) {
        try {
            return Files.readAttributes(dev.resolve("video" + number), PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private List<String> members(String group) {
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

    private List<String> holders(Path device) {
        List<String> holders = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, device)) {
                    holders.add(program(process) + " (process " + process.getFileName() + ")");
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // no such folder on this system
        }
        return holders;
    }

    private static boolean holds(Path process, Path device) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).equals(device)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // another user's process, or one that has just ended
        }
        return false;
    }

    private static String program(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            return "a program";
        }
    }
}
