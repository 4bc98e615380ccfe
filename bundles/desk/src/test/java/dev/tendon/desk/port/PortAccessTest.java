/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PortAccessTest {
    @TempDir
    Path machine;

    private static PortAccess judge(boolean mayOpen, List<String> members, List<String> holders) {
        return PortAccess.judge("/dev/ttyACM0", mayOpen, "dialout", members, "me", holders);
    }

    private DeviceFiles files() {
        return new DeviceFiles(machine.resolve("proc"), machine.resolve("group"), machine.resolve("by-id"), "me");
    }

    @Test
    void namesTheMissingGroupAndTheCommandToJoinIt() {
        PortAccess access = judge(false, List.of("somebody"), List.of());
        assertThat(access.state()).isEqualTo(PortAccess.State.DENIED);
        assertThat(access.text()).contains("dialout");
        assertThat(access.advice()).contains("usermod -aG dialout");
    }

    @Test
    void sendsWhoHasJoinedAlreadyToTheLogin() {
        PortAccess access = judge(false, List.of("me"), List.of());
        assertThat(access.advice()).contains("log out and in again").doesNotContain("usermod");
    }

    @Test
    void namesTheProgramThatHasThePort() {
        PortAccess access = judge(true, List.of(), List.of("python3 (process 12)"));
        assertThat(access.state()).isEqualTo(PortAccess.State.IN_USE);
        assertThat(access.advice()).contains("python3 (process 12)", "/dev/ttyACM0");
    }

    @Test
    void saysNothingToDoWhereThePortIsFree() {
        PortAccess access = judge(true, List.of(), List.of());
        assertThat(access.state()).isEqualTo(PortAccess.State.OK);
        assertThat(access.advice()).isEmpty();
    }

    @Test
    void knowsNothingOfAPortThatIsNoFile() {
        assertThat(files().access("sim:left")).isEqualTo(PortAccess.UNKNOWN);
        assertThat(files().access("/dev/no-such-port")).isEqualTo(PortAccess.UNKNOWN);
    }

    @Test
    void readsTheMembersOfAGroup() throws IOException {
        Files.writeString(machine.resolve("group"), "tty:x:5:\ndialout:x:20:me,you\n");
        assertThat(files().members("dialout")).containsExactly("me", "you");
        assertThat(files().members("audio")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // links
    void findsTheProcessThatHasTheDeviceOpen() throws IOException {
        Path device = Files.createFile(machine.resolve("ttyACM0")).toRealPath();
        Path fd = Files.createDirectories(machine.resolve("proc/4711/fd"));
        Files.createSymbolicLink(fd.resolve("3"), device);
        Files.writeString(machine.resolve("proc/4711/comm"), "python3\n");
        Files.createDirectories(machine.resolve("proc/4712/fd"));
        assertThat(files().holders(device)).containsExactly("python3 (process 4711)");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // links
    void findsTheNameThatStays() throws IOException {
        Path device = Files.createFile(machine.resolve("ttyACM0"));
        Path link = Files.createDirectories(machine.resolve("by-id")).resolve("usb-1a86_USB_Single_Serial_5A7A058493");
        Path other = Files.createFile(machine.resolve("ttyACM2"));
        Files.createSymbolicLink(link, device);
        Files.createSymbolicLink(link.resolveSibling("usb-another"), other);
        Files.createSymbolicLink(link.resolveSibling("usb-zzz"), other);
        assertThat(files().stableName(device.toString())).contains(link.toString());
        assertThat(files().stableName(machine.resolve("ttyACM1").toString())).isEmpty();
    }
}
