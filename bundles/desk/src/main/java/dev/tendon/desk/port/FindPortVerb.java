/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.serial.SerialPortInfo;
import dev.tendon.serial.SerialPorts;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon find-port}: lerobot_find_port.py (0.6), its steps in its order, and a list. */
@Component(service = Verb.class)
@VerbName("find-port")
@VerbGroup("Setting up")
public final class FindPortVerb implements Verb<FindPortOptions> {
    private static final String SIMULATED = "sim:";
    private static final String MAC_CALL_IN = "/dev/tty.";
    private static final String MAC_CALL_OUT = "/dev/cu.";

    /** How long a port may take to go once it is unplugged; LeRobot waits 0.5 s, always. */
    private static final long PATIENCE_NS = 2_000_000_000L;

    /** What is unplugged may be several ports, which do not go at once. */
    private static final long SETTLE_NS = 300_000_000L;

    private static final long POLL_NS = 100_000_000L;

    private final SerialPorts ports;
    private final DeviceFiles files;
    private final Clock clock;

    @Activate
    public FindPortVerb(@Reference SerialPorts ports) {
        this(ports, new DeviceFiles(), new SystemClock());
    }

    FindPortVerb(SerialPorts ports, DeviceFiles files, Clock clock) {
        this.ports = ports;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public int run(FindPortOptions options, Console console) throws DeviceException, InterruptedException {
        return options.list() ? list(console) : find(console);
    }

    private int list(Console console) {
        List<ListedPort> found = listed(ports.list());
        if (found.isEmpty()) {
            console.out("No serial port is there. Plug the arm's board in, give it power, and try again.");
        }
        found.forEach(port -> port.lines().forEach(console::out));
        console.json(Map.of("ports", found.stream().map(ListedPort::json).toList()));
        return DONE;
    }

    private int find(Console console) throws DeviceException, InterruptedException {
        console.err("Finding all serial ports of this machine.");
        List<ListedPort> before = listed(real());
        if (before.isEmpty()) {
            throw new DeviceException(
                    "No serial port is there, so that none can be found. Plug the arm's board in, give it "
                            + "power, and try again; tendon find-port --list shows what is there.");
        }
        console.err("Ports before unplugging: " + names(before));
        console.dialog().ask("Remove the USB cable from your arm and press ENTER when done.", "--list");
        ListedPort port = only(gone(before), before);
        console.out("The port of this arm is '" + port.port() + "'");
        port.lines().stream().skip(1).forEach(console::out);
        console.json(port.json());
        console.err("Reconnect the USB cable.");
        return DONE;
    }

    /** Those that went since; waits for the first to go. */
    private List<ListedPort> gone(List<ListedPort> before) throws InterruptedException {
        long deadline = clock.nanoTime() + PATIENCE_NS;
        List<ListedPort> gone = missing(before);
        while (gone.isEmpty() && clock.nanoTime() - deadline < 0) {
            clock.sleepUntil(clock.nanoTime() + POLL_NS);
            gone = missing(before);
        }
        clock.sleepUntil(clock.nanoTime() + SETTLE_NS);
        return missing(before);
    }

    private List<ListedPort> missing(List<ListedPort> before) {
        Set<String> now = real().stream().map(SerialPortInfo::port).collect(Collectors.toSet());
        return before.stream().filter(port -> !now.contains(port.port())).toList();
    }

    private static ListedPort only(List<ListedPort> gone, List<ListedPort> before) throws DeviceException {
        if (gone.isEmpty()) {
            throw new DeviceException("Could not find the port: after unplugging, there are still " + names(before)
                    + ". Was it this machine's cable, and the arm's? Start again with the cable plugged in.");
        }
        if (gone.size() > 1) {
            throw new DeviceException("Could not tell the port: " + names(gone)
                    + " went together. Start again, and unplug one arm only.");
        }
        return gone.get(0);
    }

    /** The machine's own ports. */
    private List<SerialPortInfo> real() {
        return ports.list().stream()
                .filter(info -> !info.port().startsWith(SIMULATED))
                .toList();
    }

    private List<ListedPort> listed(List<SerialPortInfo> infos) {
        Set<String> all = infos.stream().map(SerialPortInfo::port).collect(Collectors.toSet());
        List<ListedPort> listed = new ArrayList<>();
        for (SerialPortInfo info : infos) {
            if (!calledOutElsewhere(info.port(), all)) {
                listed.add(ListedPort.of(info, files));
            }
        }
        return listed;
    }

    /** macOS has each port twice; the one for calling in waits for a modem. */
    private static boolean calledOutElsewhere(String port, Set<String> all) {
        return port.startsWith(MAC_CALL_IN) && all.contains(MAC_CALL_OUT + port.substring(MAC_CALL_IN.length()));
    }

    private static String names(List<ListedPort> some) {
        return some.stream().map(port -> port.info().text()).collect(Collectors.joining(", "));
    }
}
