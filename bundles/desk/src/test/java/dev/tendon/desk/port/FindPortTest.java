/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.serial.SerialLease;
import dev.tendon.serial.SerialPortInfo;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.SerialRequest;
import dev.tendon.shell.testkit.FakeConsole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindPortTest {
    private static final SerialPortInfo LEFT =
            new SerialPortInfo("/dev/no-such-left", "USB Single Serial", "1a86:55d3", "5A7A058493", "WCH", "1-2");
    private static final SerialPortInfo RIGHT =
            new SerialPortInfo("/dev/no-such-right", "USB Single Serial", "1a86:55d3", "5A7A058494", "WCH", "1-3");
    private static final SerialPortInfo SIMULATED = SerialPortInfo.of("sim:", "a simulated arm");

    @TempDir
    Path nowhere;

    private final List<SerialPortInfo> plugged = new ArrayList<>(List.of(LEFT, RIGHT, SIMULATED));
    private final FakeConsole console = new FakeConsole();

    private int find(boolean list) throws Exception {
        SerialPorts ports = new SerialPorts() {
            @Override
            public SerialLease open(SerialRequest request, DeviceContext holder) {
                throw new AssertionError("no port is opened to find one");
            }

            @Override
            public List<SerialPortInfo> list() {
                return List.copyOf(plugged);
            }
        };
        DeviceFiles files = new DeviceFiles(nowhere, nowhere.resolve("group"), nowhere, "me");
        return new FindPortVerb(ports, files, new SimulatedClock(0)).run(new FindPortOptions(list), console);
    }

    private void unplug(SerialPortInfo... ports) {
        console.answers.add(() -> {
            plugged.removeAll(List.of(ports));
            return "";
        });
    }

    @Test
    void namesThePortThatWentAndWhatWasPluggedInThere() throws Exception {
        unplug(RIGHT);
        assertThat(find(false)).isZero();
        assertThat(console.out.get(0)).contains("/dev/no-such-right");
        assertThat(console.text()).contains("SO-101", "5A7A058494");
        assertThat(console.json)
                .containsEntry("port", "/dev/no-such-right")
                .containsEntry("usb_vendor_id", "1a86")
                .containsEntry("usb_product_id", "55d3");
    }

    @Test
    void asksInLeRobotsOrder() throws Exception {
        unplug(LEFT);
        find(false);
        assertThat(console.err)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Finding all"),
                        line -> assertThat(line)
                                .contains("before", "no-such-left", "no-such-right")
                                .doesNotContain("sim:"),
                        line -> assertThat(line).contains("Reconnect"));
        assertThat(console.asked).singleElement().asString().contains("Remove the USB cable");
    }

    @Test
    void waitsForAPortThatGoesLate() throws Exception {
        console.answers.add(() -> "");
        SimulatedClock clock = new SimulatedClock(0);
        SerialPorts ports = new SerialPorts() {
            @Override
            public SerialLease open(SerialRequest request, DeviceContext holder) {
                throw new AssertionError();
            }

            @Override
            public List<SerialPortInfo> list() {
                return clock.nanoTime() < 1_000_000_000L ? List.of(LEFT, RIGHT) : List.of(LEFT);
            }
        };
        DeviceFiles files = new DeviceFiles(nowhere, nowhere, nowhere, "me");
        new FindPortVerb(ports, files, clock).run(new FindPortOptions(false), console);
        assertThat(console.out.get(0)).contains("/dev/no-such-right");
    }

    @Test
    void waitsWhetherAnotherPortGoesWithIt() {
        console.answers.add(() -> "");
        SimulatedClock clock = new SimulatedClock(0);
        SerialPorts ports = new SerialPorts() {
            @Override
            public SerialLease open(SerialRequest request, DeviceContext holder) {
                throw new AssertionError();
            }

            @Override
            public List<SerialPortInfo> list() {
                long now = clock.nanoTime();
                return now < 1_000_000_000L ? List.of(LEFT, RIGHT) : now < 1_200_000_000L ? List.of(LEFT) : List.of();
            }
        };
        DeviceFiles files = new DeviceFiles(nowhere, nowhere, nowhere, "me");
        assertThatThrownBy(() -> new FindPortVerb(ports, files, clock).run(new FindPortOptions(false), console))
                .hasMessageContaining("one arm only");
    }

    @Test
    void saysSoWhereNoPortWent() {
        unplug();
        assertThatThrownBy(() -> find(false))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("no-such-left")
                .hasMessageContaining("Start again");
    }

    @Test
    void saysSoWhereSeveralWent() {
        unplug(LEFT, RIGHT);
        assertThatThrownBy(() -> find(false))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("one arm only");
    }

    @Test
    void saysSoWhereNothingIsPluggedIn() {
        plugged.clear();
        assertThatThrownBy(() -> find(false))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("Plug the arm's board in");
    }

    @Test
    void namesTheListWhereNobodyCanUnplug() {
        assertThatThrownBy(() -> find(false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--list");
    }

    @Test
    void listsEveryPortAndAsksNothing() throws Exception {
        assertThat(find(true)).isZero();
        assertThat(console.asked).isEmpty();
        assertThat(console.text()).contains("/dev/no-such-left", "/dev/no-such-right", "1a86:55d3", "sim:");
        assertThat(console.json)
                .extractingByKey("ports", InstanceOfAssertFactories.list(Map.class))
                .hasSize(3);
    }

    @Test
    void takesTheOneOfTwoNamesThatOpensWithoutAModem() throws Exception {
        plugged.clear();
        plugged.add(SerialPortInfo.of("/dev/cu.usbmodem1", ""));
        plugged.add(SerialPortInfo.of("/dev/tty.usbmodem1", ""));
        console.answers.add(() -> {
            plugged.clear();
            return "";
        });
        find(false);
        assertThat(console.out.get(0)).contains("/dev/cu.usbmodem1");
    }
}
