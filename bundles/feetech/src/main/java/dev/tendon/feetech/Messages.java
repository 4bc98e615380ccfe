/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a bus says when it fails: which device, which servo, where, what happened, what to do. */
final class Messages {
    private final String label;
    private final String where;
    private final BusSettings settings;

    Messages(String label, String port, BusSettings settings) {
        this.label = label;
        this.where = port.isEmpty() ? "" : " on " + port;
        this.settings = settings;
    }

    NoAnswerException noAnswer(String question, Inbox inbox, int tries, long budgetNs, long corrupt) {
        List<Integer> missing = inbox.ids(false);
        List<Integer> answered = inbox.ids(true);
        boolean all = answered.isEmpty();
        StringBuilder text = new StringBuilder(label).append(": ");
        if (inbox.size() == 1 || !all) {
            text.append(motors(missing)).append(where).append(" gave no ");
        } else {
            text.append("none of ").append(motors(missing)).append(where).append(" gave a ");
        }
        text.append(corrupt > 0 ? "usable answer to " : "answer to ").append(question);
        text.append(" (").append(tries(tries, budgetNs));
        if (corrupt > 0) {
            text.append(", ").append(corrupt).append(corrupt == 1 ? " broken packet" : " broken packets");
        }
        text.append(").");
        if (!all) {
            text.append(' ').append(capital(motors(answered))).append(" did answer.");
        }
        text.append(' ').append(advice(inbox.size() > 1 && all, missing.size() > 1, corrupt > 0));
        return new NoAnswerException(text.toString(), missing, answered);
    }

    MotorFaultException fault(int id, int bits) {
        return new MotorFaultException(
                label + ": " + motors(List.of(id)) + where + " reports a fault: " + StatusBits.text(bits) + ". "
                        + StatusBits.advice(bits),
                id,
                bits);
    }

    String faults(int[] ids, Link link) {
        List<String> lines = new ArrayList<>();
        int all = 0;
        for (int id : ids) {
            int bits = link.faults(id);
            if (bits != 0) {
                lines.add(motors(List.of(id)) + ": " + StatusBits.text(bits));
                all |= bits;
            }
        }
        return lines.isEmpty() ? "" : String.join("; ", lines) + ". " + StatusBits.advice(all);
    }

    private String advice(boolean nobody, boolean several, boolean broken) {
        String first;
        if (broken) {
            first =
                    "Check the cables and the power supply, that no id is there twice, and that nothing else uses the port.";
        } else if (nobody) {
            first = "Check the power supply, the cable to the first motor, and the baud rate (" + settings.baudRate()
                    + ").";
        } else if (several) {
            first = "Check the cable where the answers end, and the ids.";
        } else {
            first = "Check its cable and its id.";
        }
        return settings.advice().isEmpty() ? first : first + " " + settings.advice();
    }

    private String motors(List<Integer> ids) {
        String names = ids.stream().map(this::motor).collect(Collectors.joining(", "));
        return (ids.size() == 1 ? "motor " : "motors ") + names;
    }

    private String motor(int id) {
        String joint = settings.joints().get(id);
        return joint == null ? Integer.toString(id) : id + " (" + joint + ")";
    }

    private static String tries(int count, long budgetNs) {
        long micros = (budgetNs + 999) / 1000;
        String length = micros < 10_000 ? micros + " µs" : (micros + 500) / 1000 + " ms";
        return count == 1 ? "1 try of " + length : count + " tries of " + length;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
