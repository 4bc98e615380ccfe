/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.feetech.Register;
import dev.tendon.serial.SerialPorts;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon motors write}. */
@Component(service = Verb.class)
@VerbName("motors write")
@VerbGroup("Setting up")
public final class WriteVerb implements Verb<WriteOptions> {
    private final SerialPorts ports;
    private final Clock clock;

    @Activate
    public WriteVerb(@Reference SerialPorts ports) {
        this(ports, new SystemClock());
    }

    WriteVerb(SerialPorts ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public int run(WriteOptions options, Console console) throws DeviceException, InterruptedException {
        RegisterWrite write =
                new RegisterWrite(Registers.named(List.of(options.register())).get(0), options.value());
        if (write.onlyOne() && options.motors().size() > 1) {
            throw new ConfigException("Several motors cannot have one id: give one motor with --ids");
        }
        try (DeskBus bus = DeskBus.open(ports, options.port(), options.baud(), "motors write", clock, console)) {
            List<Integer> ids = bus.motors(options.motors());
            Register shown = write.shownBy();
            List<Integer> before = new ArrayList<>();
            for (int id : ids) {
                write.check(bus, id);
                before.add(bus.value(id, shown));
            }
            if (write.stays() && !options.yes() && !agreed(write, ids, before, console)) {
                console.out("Nothing was written");
                console.json(Map.of("port", options.port(), "register", shown.name(), "motors", List.of()));
                return FAILED;
            }
            apply(bus, write, ids, before, options, console);
            return DONE;
        }
    }

    private static boolean agreed(RegisterWrite write, List<Integer> ids, List<Integer> before, Console console) {
        StringBuilder question = new StringBuilder("This stays after power-off:");
        for (int i = 0; i < ids.size(); i++) {
            question.append("\n  motor ")
                    .append(ids.get(i))
                    .append(": ")
                    .append(write.shownBy().name())
                    .append(" is ")
                    .append(Shown.text(write.shownBy(), before.get(i)))
                    .append(", will be ")
                    .append(
                            write.shownBy().equals(write.register())
                                    ? Shown.text(write.register(), write.value())
                                    : "what makes the present position the middle");
        }
        String answer = console.dialog().ask(question + "\nWrite it? [y/N]", "--yes");
        return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private static void apply(
            DeskBus bus,
            RegisterWrite write,
            List<Integer> ids,
            List<Integer> before,
            WriteOptions options,
            Console console)
            throws DeviceException, InterruptedException {
        Register shown = write.shownBy();
        List<Object> motors = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("port", options.port());
        json.put("register", shown.name());
        json.put("unit", shown.unit());
        json.put("motors", motors);
        for (int i = 0; i < ids.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int back = write.apply(bus, ids.get(i));
            Map<String, Object> motor = new LinkedHashMap<>();
            motor.put("id", ids.get(i));
            motor.put("before", before.get(i));
            motor.put("after", back);
            motors.add(motor);
            console.json(json);
            console.out("motor " + ids.get(i) + ": " + shown.name() + " was " + Shown.text(shown, before.get(i))
                    + ", is " + Shown.text(shown, back));
        }
        Faults.tell(bus, ids.stream().mapToInt(Integer::intValue).toArray(), console);
    }
}
