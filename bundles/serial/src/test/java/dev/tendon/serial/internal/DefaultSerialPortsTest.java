/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialPortInfo;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultSerialPortsTest {
    private final Holder holder = new Holder("so101 \"left\"");

    @Test
    void worksWithoutAProviderWhoseNativeLibraryIsBroken() throws DeviceException {
        var ports = new DefaultSerialPorts(List.of(new Broken(), new Counted()));

        assertThat(ports.list()).extracting(SerialPortInfo::port).containsExactly("one:1");
        assertThat(ports.open(new SerialRequest("one:1", 9600, ""), holder).valid())
                .isTrue();
    }

    @Test
    void namesTheBrokenProviderAndThePlatformWhereItIsMissed() {
        var ports = new DefaultSerialPorts(List.of(new Broken(), new Counted()));

        assertThatThrownBy(() -> ports.open(new SerialRequest("/dev/ttyACM0", 9600, ""), holder))
                .isInstanceOf(DeviceException.class)
                .hasMessageContainingAll("left", "/dev/ttyACM0", "Broken", System.getProperty("os.arch"));
    }

    @Test
    void saysWhatIsThereWhenNobodyKnowsThePort() {
        var ports = new DefaultSerialPorts(List.of(new Counted()));

        assertThatThrownBy(() -> ports.open(new SerialRequest("ttyACM0", 9600, ""), holder))
                .hasMessageContainingAll("ttyACM0", "one:1", "the first");
    }

    @Test
    void knowsOnePortUnderTwoNames() throws DeviceException {
        var ports = new DefaultSerialPorts(List.of(new Counted()));
        ports.open(new SerialRequest("one:1", 9600, ""), holder);

        assertThatThrownBy(() -> ports.open(new SerialRequest("one:alias", 9600, ""), holder))
                .hasMessageContaining("in use");
    }

    @Test
    void opensTwiceWhatItsProviderMakesAnew() throws DeviceException {
        var ports = new DefaultSerialPorts(List.of(new Counted()));
        var fresh = new SerialRequest("one:fresh", 9600, "");
        assertThat(ports.open(fresh, holder).valid()).isTrue();
        assertThat(ports.open(fresh, holder).valid()).isTrue();
    }

    private static final class Counted implements SerialPortProvider {
        private int made;

        @Override
        public boolean accepts(String port) {
            return port.startsWith("one:");
        }

        @Override
        public String identity(SerialRequest request) {
            return request.port().endsWith("fresh") ? "fresh" + ++made : "one";
        }

        @Override
        public SerialChannel open(SerialRequest request, Clock clock) {
            return new MemoryPort(clock);
        }

        @Override
        public List<SerialPortInfo> list() {
            return List.of(SerialPortInfo.of("one:1", "the first"));
        }
    }

    private static final class Broken implements SerialPortProvider {
        @Override
        public boolean accepts(String port) {
            return port.startsWith("/dev/");
        }

        @Override
        public SerialChannel open(SerialRequest request, Clock clock) {
            throw new UnsatisfiedLinkError("no libserial in java.library.path");
        }

        @Override
        public List<SerialPortInfo> list() {
            throw new NoClassDefFoundError("Could not initialize class Serial");
        }
    }
}
