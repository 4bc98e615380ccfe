/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.serial.SerialPortInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTroubleTest {
    private static final List<SerialPortInfo> THERE = List.of(SerialPortInfo.of("/dev/ttyACM1", "USB Single Serial"));

    @Test
    void listsWhatIsThereInsteadOfAMissingPort() {
        assertThat(new PortTrouble("/dev/ttyACM0", false, false, "", 2).text(THERE))
                .contains("/dev/ttyACM0", "/dev/ttyACM1", "USB Single Serial");
        assertThat(new PortTrouble("/dev/ttyACM0", false, false, "", 2).text(List.of()))
                .contains("plugged in");
    }

    @Test
    void namesTheGroupThatMayUseThePort() {
        assertThat(new PortTrouble("/dev/ttyACM0", true, false, "uucp", 13).text(THERE))
                .contains("usermod", "uucp");
        assertThat(new PortTrouble("/dev/ttyACM0", true, false, "", 13).text(THERE))
                .contains("dialout");
    }

    @Test
    void supposesThatAnotherProgramHasThePort() {
        assertThat(new PortTrouble("/dev/ttyACM0", true, true, "dialout", 16).text(THERE))
                .contains("in use", "16");
    }

    @Test
    void looksAtTheDeviceFile() {
        assertThat(PortTrouble.of("/dev/no-such-tty", 2, THERE).exists()).isFalse();
        assertThat(PortTrouble.of("COM7", 5, THERE).exists()).isFalse();
        assertThat(PortTrouble.of("com7", 5, List.of(SerialPortInfo.of("COM7", "")))
                        .exists())
                .isTrue();
    }
}
