/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.feetech.BusSettings;
import dev.tendon.feetech.FeetechBus;
import dev.tendon.feetech.Sts3215;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialRequest;
import dev.tendon.serial.internal.JSerialCommProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through jSerialComm, on a real pseudo-terminal, where the system has them. */
class SimServerTest {
    private static final long PATIENCE_NS = 5_000_000_000L;

    @TempDir
    Path home;

    private final Clock clock = new SystemClock();
    private SimSerialPortProvider simulator;

    @BeforeEach
    void needsPseudoTerminals() {
        assumeThat(Files.isReadable(Path.of("/dev/ptmx"))).isTrue();
        simulator = new SimSerialPortProvider(home);
    }

    @Test
    void anotherProgramReadsAndMovesTheArm() throws Exception {
        try (SimServer server = serve("sim:");
                SerialChannel channel = open(server.device(), 1_000_000)) {
            FeetechBus bus = bus(channel);
            assertThat(bus.broadcastPing()).containsOnlyKeys(1, 2, 3, 4, 5, 6);

            bus.write(1, Sts3215.TORQUE_ENABLE, 1);
            bus.write(1, Sts3215.GOAL_POSITION, 2300);
            await(() -> Math.abs(server.arm().peek(1, Sts3215.PRESENT_POSITION) - 2300) < 10);

            int[] positions = new int[2];
            bus.syncRead(Sts3215.PRESENT_POSITION, new int[] {1, 6}, positions);
            assertThat(positions[0]).isBetween(2290, 2310);
        }
    }

    @Test
    void servosHearAtTheSpeedThatTheClientSetOnly() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        try (SimServer server = serve("sim:");
                SerialChannel channel = open(server.device(), 115_200)) {
            assertThatThrownBy(() -> bus(channel).ping(1)).isInstanceOf(DeviceException.class);
            channel.baudRate(1_000_000);
            assertThat(bus(channel).ping(1)).isEqualTo(Sts3215.MODEL);
        }
    }

    @Test
    void theNextClientFindsTheArmAsItWasLeft() throws Exception {
        try (SimServer server = serve("sim:")) {
            try (SerialChannel first = open(server.device(), 1_000_000)) {
                bus(first).write(2, Sts3215.TORQUE_ENABLE, 1);
            }
            try (SerialChannel second = open(server.device(), 1_000_000)) {
                assertThat(bus(second).read(2, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
            }
        }
    }

    @Test
    void aPulledPlugTakesTheDeviceAwayAndAReplugBringsItBackUnderItsLink() throws Exception {
        Path link = home.resolve("arm");
        try (SimServer server = simulator.serve("sim:", false, Optional.of(link), clock)) {
            try (SerialChannel channel = open(link.toString(), 1_000_000)) {
                assertThat(bus(channel).ping(3)).isEqualTo(Sts3215.MODEL);
                server.arm().unplug();
                await(() -> server.device().isEmpty());
                assertThat(link).doesNotExist();
                assertThatThrownBy(() -> bus(channel).ping(3)).isInstanceOf(DeviceException.class);
            }
            server.arm().replug();
            await(() -> !server.device().isEmpty());
            try (SerialChannel channel = open(link.toString(), 1_000_000)) {
                assertThat(bus(channel).ping(3)).isEqualTo(Sts3215.MODEL);
            }
        }
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void aNamedArmIsFreeAgainWhenItsServerIsClosed() throws Exception {
        SimServer server = serve("sim:left");
        assertThatThrownBy(() -> serve("sim:left"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("sim:left is in use");
        server.close();
        server.close();

        assertThat(Path.of(server.device())).doesNotExist();
        serve("sim:left").close();
    }

    @Test
    void leavesAFileAloneThatIsNoLink() throws Exception {
        Path file = Files.writeString(home.resolve("mine"), "text");

        assertThatThrownBy(() -> simulator.serve("sim:", false, Optional.of(file), clock))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("no symbolic link");
        assertThat(file).hasContent("text");
        assertThat(simulator.arms()).isEmpty();
    }

    private SimServer serve(String address) throws DeviceException {
        return simulator.serve(address, false, Optional.empty(), clock);
    }

    private SerialChannel open(String device, int baudRate) throws DeviceException {
        return new JSerialCommProvider().open(new SerialRequest(device, baudRate, "so101_follower"), clock);
    }

    private FeetechBus bus(SerialChannel channel) {
        return new FeetechBus(channel, clock, BusSettings.at(1_000_000), "test");
    }

    private void await(BooleanSupplier reached) throws InterruptedException {
        long deadline = clock.nanoTime() + PATIENCE_NS;
        while (!reached.getAsBoolean()) {
            assertThat(clock.nanoTime() - deadline).isNegative();
            clock.sleepUntil(clock.nanoTime() + 2_000_000);
        }
    }
}
