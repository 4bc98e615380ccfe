/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.feetech.Register;
import dev.tendon.serial.SerialPorts;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon motors read}. */
@Component(service = Verb.class)
@VerbName("motors read")
@VerbGroup("Setting up")
public final class ReadVerb implements Verb<ReadOptions> {
    private final SerialPorts ports;
    private final Clock clock;

    @Activate
    public ReadVerb(@Reference SerialPorts ports) {
        this(ports, new SystemClock());
    }

    ReadVerb(SerialPorts ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public int run(ReadOptions options, Console console) throws DeviceException {
        List<Register> registers = Registers.named(options.registers());
        try (DeskBus bus = DeskBus.open(ports, options.port(), options.baud(), "motors read", clock, console)) {
            int[] ids = bus.motors(options.motors()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            List<List<String>> rows = new ArrayList<>();
            rows.add(heading(ids));
            List<Object> json = new ArrayList<>();
            int[] values = new int[ids.length];
            for (Register register : registers) {
                bus.values(register, ids, values);
                rows.add(row(register, values));
                json.add(json(register, ids, values));
            }
            Columns.of(rows).forEach(console::out);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("port", options.port());
            result.put("baud_rate", options.baud());
            result.put("registers", json);
            console.json(result);
            Faults.tell(bus, ids, console);
            return DONE;
        }
    }

    private static List<String> heading(int[] ids) {
        List<String> row = new ArrayList<>(List.of("REGISTER"));
        for (int id : ids) {
            row.add("MOTOR " + id);
        }
        return row;
    }

    private static List<String> row(Register register, int[] values) {
        List<String> row = new ArrayList<>(List.of(register.name()));
        for (int value : values) {
            row.add(Shown.text(register, value));
        }
        return row;
    }

    private static Map<String, Object> json(Register register, int[] ids, int[] values) {
        Map<String, Object> byMotor = new LinkedHashMap<>();
        for (int i = 0; i < ids.length; i++) {
            byMotor.put(Integer.toString(ids[i]), values[i]);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", register.name());
        json.put("address", register.address());
        json.put("unit", register.unit());
        json.put("eeprom", register.eeprom());
        json.put("writable", register.writable());
        json.put("min", register.min());
        json.put("max", register.max());
        json.put("values", byMotor);
        return json;
    }
}
