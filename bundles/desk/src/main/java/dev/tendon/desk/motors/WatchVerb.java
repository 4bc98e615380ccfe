/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.serial.SerialPorts;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon motors watch}. */
@Component(service = Verb.class)
@VerbName("motors watch")
@VerbGroup("Setting up")
public final class WatchVerb implements Verb<WatchOptions> {
    private static final int INTERRUPTED = 130;
    private static final long PERIOD_NS = 50_000_000L;

    private final SerialPorts ports;
    private final Clock clock;

    @Activate
    public WatchVerb(@Reference SerialPorts ports) {
        this(ports, new SystemClock());
    }

    WatchVerb(SerialPorts ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public int run(WatchOptions options, Console console) throws DeviceException {
        try (DeskBus bus = DeskBus.open(ports, options.port(), options.baud(), "motors watch", clock, console)) {
            int[] ids = bus.motors(options.motors()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            MotorTable table = new MotorTable(ids);
            long start = clock.nanoTime();
            boolean interrupted = watch(bus, table, options, console);
            tell(table, (clock.nanoTime() - start) / 1e9, options, console);
            return interrupted ? INTERRUPTED : DONE;
        }
    }

    /** Whether Ctrl-C ended it. */
    private boolean watch(DeskBus bus, MotorTable table, WatchOptions options, Console console) throws DeviceException {
        long start = clock.nanoTime();
        long lengthNs =
                options.seconds().map(seconds -> Math.round(seconds * 1e9)).orElse(Long.MAX_VALUE);
        try (Live live = console.live()) {
            long due = start;
            while (true) {
                table.read(bus);
                live.show(table.lines(), table.line());
                due = Math.max(due + PERIOD_NS, clock.nanoTime());
                if (due - start >= lengthNs) {
                    return false;
                }
                clock.sleepUntil(due);
            }
        } catch (InterruptedException e) {
            return true; // answered by ending
        }
    }

    private static void tell(MotorTable table, double seconds, WatchOptions options, Console console) {
        if (!console.interactive()) {
            table.lines().forEach(console::out); // else it stands on the terminal
        }
        console.out(table.summary(seconds));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("port", options.port());
        json.put("baud_rate", options.baud());
        json.put("seconds", seconds);
        json.putAll(table.json());
        console.json(json);
    }
}
