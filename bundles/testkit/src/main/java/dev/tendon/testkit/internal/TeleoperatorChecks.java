/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.teleoperator.Input;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.TryOptions;
import java.util.List;

/** What a teleoperator promises beyond other devices. */
final class TeleoperatorChecks {
    private static final int READS = 20;

    private TeleoperatorChecks() {}

    static List<Check> of(String subject, TryOptions options, Device.Maker<TeleoperatorDevice> maker) {
        DeviceChecks<TeleoperatorDevice> checks = new DeviceChecks<>(subject, options, maker);
        checks.common();
        checks.connected(
                "read",
                "read writes every slot, a finite number each, where it answers ACTION",
                TeleoperatorChecks::read);
        checks.connected(
                "allocation", "read allocates nothing after the first calls", device -> Allocation.none(device::tick));
        return checks.checks();
    }

    private static void read(TeleoperatorDevice device) throws Exception {
        List<String> names = device.features().get(0).layout().valueNames();
        for (int i = 0; i < READS; i++) {
            device.frame().clear();
            Input input = device.read();
            Violation.unless(input != null, "read answers null.");
            for (int slot = 0; slot < names.size(); slot++) {
                double value = device.frame().value(slot);
                Violation.unless(
                        input == Input.ACTION ? Double.isFinite(value) : Double.isNaN(value),
                        "It answers " + input + ", and " + names.get(slot) + " is " + value + ".");
            }
        }
    }
}
