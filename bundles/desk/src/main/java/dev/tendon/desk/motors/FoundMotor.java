/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A motor that answered.
 *
 * @param baudRate at which it did, in bits per second
 * @param model its number
 * @param firmware as {@code 3.10}; empty where it does not tell
 * @param deciVolts supply in 0.1 V; empty where its registers are others
 * @param faults in words; empty where there is none
 */
record FoundMotor(int id, int baudRate, int model, String firmware, OptionalInt deciVolts, String faults) {
    static final List<String> HEADING = List.of("ID", "BAUD RATE", "MODEL", "FIRMWARE", "VOLTAGE", "FAULTS");

    /** Asks a motor for the rest. */
    static FoundMotor ask(DeskBus bus, int id, int baudRate, int model) throws DeviceException {
        // Both series have the firmware in the first two bytes.
        String firmware =
                read(bus, id, Sts3215.FIRMWARE_MAJOR_VERSION) + "." + read(bus, id, Sts3215.FIRMWARE_MINOR_VERSION);
        OptionalInt deciVolts = Models.likeSts3215(model)
                ? OptionalInt.of(read(bus, id, Sts3215.PRESENT_VOLTAGE))
                : OptionalInt.empty();
        int faults = bus.faults(id);
        return new FoundMotor(id, baudRate, model, firmware, deciVolts, faults == 0 ? "" : StatusBits.text(faults));
    }

    private static int read(DeskBus bus, int id, Register register) throws DeviceException {
        return bus.value(id, register);
    }

    List<String> row() {
        String voltage = deciVolts.isPresent() ? Shown.measured(Sts3215.PRESENT_VOLTAGE, deciVolts.getAsInt()) : "";
        return List.of(Integer.toString(id), Integer.toString(baudRate), Models.text(model), firmware, voltage, faults);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("baud_rate", baudRate);
        json.put("model_number", model);
        json.put("model", Models.name(model).isEmpty() ? null : Models.name(model));
        json.put("firmware", firmware);
        json.put("voltage_v", deciVolts.isPresent() ? deciVolts.getAsInt() / 10.0 : null);
        json.put("faults", faults.isEmpty() ? null : faults);
        return json;
    }
}
