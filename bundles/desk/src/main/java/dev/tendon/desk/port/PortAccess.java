/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import java.util.List;
import java.util.Locale;

/**
 * Whether this user could open a port now.
 *
 * @param state what stands in the way
 * @param detail who has it, or which group may; empty where there is nothing to say
 * @param advice what to do, a sentence; empty where nothing is to be done
 */
record PortAccess(State state, String detail, String advice) {
    /** What stands in the way. */
    enum State {
        /** Nothing. */
        OK,
        /** Another program has it open. */
        IN_USE,
        /** The user has no right to. */
        DENIED,
        /** Not known on this system, or the port went away. */
        UNKNOWN;

        /** For {@code --json}. */
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing known. */
    static final PortAccess UNKNOWN = new PortAccess(State.UNKNOWN, "", "");

    /**
     * Judges what was found out about a device file.
     *
     * @param port the user's spelling of it
     * @param mayOpen whether this process may read and write it
     * @param group the file's; empty where not known
     * @param members of that group, by the system's list
     * @param user who runs this
     * @param holders programs that have it open
     */
    static PortAccess judge(
            String port, boolean mayOpen, String group, List<String> members, String user, List<String> holders) {
        if (!mayOpen) {
            return denied(group, members.contains(user));
        }
        if (!holders.isEmpty()) {
            String who = String.join(", ", holders);
            return new PortAccess(State.IN_USE, who, "Close " + who + ", which has " + port + " open.");
        }
        return new PortAccess(State.OK, "", "");
    }

    private static PortAccess denied(String group, boolean member) {
        if (group.isEmpty()) {
            return new PortAccess(State.DENIED, "", "You may not read and write it: ask who administers this machine.");
        }
        if (member) {
            return new PortAccess(
                    State.DENIED,
                    "group " + group,
                    "You are in the group " + group + " since you logged in: log out and in again.");
        }
        return new PortAccess(
                State.DENIED,
                "group " + group,
                "Run: sudo usermod -aG " + group + " $USER; then log out and in again.");
    }

    /** In a few words. */
    String text() {
        return switch (state) {
            case OK -> "you may open it";
            case IN_USE -> "in use by " + detail;
            case DENIED -> detail.isEmpty() ? "you may not open it" : "you are not in the " + detail;
            case UNKNOWN -> "";
        };
    }
}
