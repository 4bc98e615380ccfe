/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellWordTest {
    @Test
    void leavesWhatAShellReadsAsItIs() {
        assertThat(ShellWord.of("--port=/dev/serial/by-id/usb-1a86_USB-if00:1,2"))
                .isEqualTo("--port=/dev/serial/by-id/usb-1a86_USB-if00:1,2");
    }

    @Test
    void quotesWhatAShellWouldReadSomethingInto() {
        assertThat(ShellWord.of("--port=sim:a?b=c&d=e")).isEqualTo("'--port=sim:a?b=c&d=e'");
        assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }

    @Test
    void commandsInMessagesCanBePasted() {
        assertThat(TestArm.options("left arm", Optional.empty()).command("calibrate"))
                .endsWith(" '--robot.id=left arm'");
    }

    @Test
    void anArmWithoutANameIsGivenOneToFillIn() {
        assertThat(TestArm.options("", Optional.empty()).calibrateCommand()).endsWith(" --robot.id=NAME");
        assertThat(TestArm.options("left", Optional.empty()).calibrateCommand()).endsWith(" --robot.id=left");
    }
}
