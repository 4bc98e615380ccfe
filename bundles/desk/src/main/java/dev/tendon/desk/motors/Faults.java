/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.feetech.StatusBits;
import dev.tendon.shell.Console;

/** Tells of what motors report beside their answers. Thread: the verb's. */
final class Faults {
    private Faults() {}

    static void tell(DeskBus bus, int[] ids, Console console) {
        for (int id : ids) {
            int bits = bus.faults(id);
            if (bits != 0) {
                console.err("warning: motor " + id + " reports a fault: " + StatusBits.text(bits) + ". "
                        + StatusBits.advice(bits));
            }
        }
    }
}
