/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.DeviceLostException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.feetech.BusCounters;
import dev.tendon.feetech.NoAnswerException;
import dev.tendon.serial.SerialPorts;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon motors scan}. */
@Component(service = Verb.class)
@VerbName("motors scan")
@VerbGroup("Setting up")
public final class ScanVerb implements Verb<ScanOptions> {
    private final SerialPorts ports;
    private final Clock clock;

    @Activate
    public ScanVerb(@Reference SerialPorts ports) {
        this(ports, new SystemClock());
    }

    ScanVerb(SerialPorts ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public int run(ScanOptions options, Console console) throws DeviceException, InterruptedException {
        List<FoundMotor> found = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<Integer> rates = options.tried();
        try (DeskBus bus = DeskBus.open(ports, options.port(), rates.get(0), "motors scan", clock, console);
                Live live = console.live()) {
            for (int i = 0; i < rates.size(); i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                live.progress("Scanning at " + rates.get(i) + " baud", i, rates.size());
                scan(bus, rates.get(i), found, warnings);
            }
            live.progress("Scanned", rates.size(), rates.size());
        }
        tell(options, found, warnings, console);
        if (found.isEmpty()) {
            throw new DeviceException("No motor on " + options.port() + " answered at "
                    + rates.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + " baud. Check the power supply, the cable to the first motor, and the jumpers of the board (on a "
                    + "Waveshare board both on B, for USB).");
        }
        return DONE;
    }

    private static void scan(DeskBus bus, int rate, List<FoundMotor> found, List<String> warnings)
            throws DeviceException {
        try {
            bus.speed(rate);
        } catch (DeviceLostException e) {
            throw e;
        } catch (DeviceException e) {
            warnings.add("Not tried at " + rate + " baud: " + e.getMessage());
            return;
        }
        BusCounters before = bus.counters();
        try {
            for (Map.Entry<Integer, Integer> motor : bus.scan().entrySet()) {
                found.add(FoundMotor.ask(bus, motor.getKey(), rate, motor.getValue()));
            }
        } catch (NoAnswerException e) {
            warnings.add("At " + rate + " baud a motor that answered did so no more: " + e.getMessage());
        }
        if (garbage(bus.counters()) > garbage(before)) {
            warnings.add(
                    "At " + rate
                            + " baud there were garbled answers: two motors may have one id (connect one alone, and set them up), or a cable is poor.");
        }
    }

    private static long garbage(BusCounters counters) {
        return counters.corrupt() + counters.noise();
    }

    private static void tell(ScanOptions options, List<FoundMotor> found, List<String> warnings, Console console) {
        warnings.forEach(warning -> console.err("warning: " + warning));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("port", options.port());
        json.put("baud_rates_tried", options.tried());
        json.put("motors", found.stream().map(FoundMotor::json).toList());
        json.put("warnings", warnings);
        console.json(json);
        if (!found.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(FoundMotor.HEADING);
            found.forEach(motor -> rows.add(motor.row()));
            Columns.of(rows).forEach(console::out);
        }
    }
}
