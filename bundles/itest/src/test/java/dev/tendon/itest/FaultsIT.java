/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.tendon.api.time.SystemClock;
import dev.tendon.feetech.Sts3215;
import dev.tendon.sim.SimServer;
import dev.tendon.sim.SimulatedArm;
import dev.tendon.sim.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;

/**
 * What can go wrong with two arms at a desk: for each fault what the user sees, what the robot does, and the exit code. Each row is
 * {@code tendon teleoperate} on simulated arms, whose registers are looked at behind the wire.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FaultsIT {
    private static final Path FOLDER = Path.of("target/faults").toAbsolutePath();
    private static final int MOTORS = 6;
    private static final int DONE = 0;
    private static final int DEVICE = 3;
    private static final int INTERRUPTED = 130;

    @Inject
    @Filter("(tendon.main=true)")
    ToIntFunction<String[]> main;

    @Inject
    Simulator simulator;

    @Configuration
    public Option[] host() throws IOException {
        TendonHost.freshFolder("faults");
        return new Option[] {TendonHost.options(FOLDER.resolve("home"))};
    }

    /** What the motors are left with. */
    private enum Torque {
        /** No command has switched anything on. */
        NEVER_ON,
        OFF,
        /** They keep their last goal. */
        ON
    }

    /**
     * A row of the table.
     *
     * @param fault in words
     * @param robot the follower's port
     * @param leader the leader's port
     * @param more further options
     * @param exitCode of the command
     * @param sees what the user reads, in this order
     * @param torque the follower's, at the end
     */
    private record Row(
            String fault,
            String robot,
            String leader,
            List<String> more,
            int exitCode,
            List<String> sees,
            Torque torque) {
        static Row of(String fault, String robot, int exitCode, Torque torque, String... sees) {
            return new Row(fault, robot, "sim:", List.of(), exitCode, List.of(sees), torque);
        }

        Row leader(String port) {
            return new Row(fault, robot, port, more, exitCode, sees, torque);
        }

        Row with(String... options) {
            return new Row(fault, robot, leader, List.of(options), exitCode, sees, torque);
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.of("nothing", "sim:", DONE, Torque.OFF, "is connected", "ended: limit"),
            Row.of(
                    "a motor that is missing",
                    "sim:?missing=3",
                    DEVICE,
                    Torque.NEVER_ON,
                    "motor 3 (elbow_flex) is missing",
                    "1 (shoulder_pan)",
                    "setup-motors"),
            Row.of(
                    "two motors of one id",
                    "sim:?id=3:2",
                    DEVICE,
                    Torque.NEVER_ON,
                    "more than one motor answers as motor 2 (shoulder_lift)",
                    "motor 3 (elbow_flex) is missing"),
            Row.of(
                    "a motor of another model",
                    "sim:?model=4:2825",
                    DEVICE,
                    Torque.NEVER_ON,
                    "motor 4 (wrist_flex) is of model 2825"),
            Row.of(
                    "too little voltage at the start",
                    "sim:?voltage=3",
                    DEVICE,
                    Torque.NEVER_ON,
                    "supply voltage out of its limits",
                    "Check the power supply"),
            Row.of(
                    "too little voltage later",
                    "sim:?voltage=3&faults_after_s=1.5",
                    DONE,
                    Torque.OFF,
                    "works on and reports: motor 1 (shoulder_pan): supply voltage out of its limits",
                    "Check the power supply"),
            Row.of(
                    "a motor too hot",
                    "sim:?temperature=2:90&faults_after_s=1.5",
                    DONE,
                    Torque.OFF,
                    "works on and reports: motor 2 (shoulder_lift): overheated",
                    "Let it cool down"),
            Row.of(
                    "a motor that is blocked",
                    "sim:?overload=6&faults_after_s=1.5",
                    DONE,
                    Torque.OFF,
                    "works on and reports: motor 6 (gripper): overloaded",
                    "Free the joint"),
            Row.of("1 % of the packets lost", "sim:?drop=0.01&seed=7", DONE, Torque.OFF, "ended: limit"),
            Row.of("1 % of the packets spoilt", "sim:?corrupt=0.01&seed=7", DONE, Torque.OFF, "ended: limit"),
            Row.of(
                            "the plug pulled and put back",
                            "sim:?unplug_s=1.5&replug_s=0.5",
                            DONE,
                            Torque.OFF,
                            "is lost; the last goal is held",
                            "USB plug was pulled",
                            "is connected again after",
                            "ended: limit")
                    .with("--teleop_time_s=4"),
            Row.of(
                            "the plug pulled and not put back in time",
                            "sim:?unplug_s=1.5",
                            DEVICE,
                            Torque.ON,
                            "is lost; the last goal is held",
                            "did not come back within 1.0 s",
                            "switch its power off before you touch it")
                    .with("--reconnect_s=1", "--teleop_time_s=30"),
            Row.of(
                            "the plug pulled, without reconnecting",
                            "sim:?unplug_s=1.5",
                            DEVICE,
                            Torque.ON,
                            "USB plug was pulled")
                    .with("--reconnect_s=0", "--teleop_time_s=30"),
            Row.of(
                            "the leader's plug pulled and put back",
                            "sim:",
                            DONE,
                            Torque.OFF,
                            "so101_leader \"teleoperate\" is lost; the last goal is held",
                            "so101_leader \"teleoperate\" is connected again after")
                    .leader("sim:?unplug_s=1.5&replug_s=0.5")
                    .with("--teleop_time_s=4"),
            Row.of("the leader's plug pulled for good", "sim:", DEVICE, Torque.OFF, "so101_leader", "did not come back")
                    .leader("sim:?unplug_s=1.5")
                    .with("--reconnect_s=1", "--teleop_time_s=30"));

    @Test
    public void eachFaultIsToldAndEndsAsDocumented() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Row row : ROWS) {
            check(row, wrong);
        }
        assertTrue(String.join("\n\n", wrong), wrong.isEmpty());
    }

    private void check(Row row, List<String> wrong) throws Exception {
        List<String> arguments = new ArrayList<>(teleoperate(row.robot(), row.leader()));
        arguments.add("--json");
        arguments.addAll(row.more());
        if (row.more().stream().noneMatch(option -> option.startsWith("--teleop_time_s"))) {
            arguments.add("--teleop_time_s=3");
        }
        try (Typed command = new Typed(main, arguments)) {
            Follower follower = new Follower(row.robot(), command);
            int exitCode = command.exitCode();
            String told = command.err();
            int from = 0;
            for (String text : row.sees()) {
                int at = told.indexOf(text, from);
                if (at < 0) {
                    wrong.add(row.fault() + ": the user does not see \"" + text + "\" in\n" + told);
                    break;
                }
                from = at;
            }
            if (exitCode != row.exitCode()) {
                wrong.add(row.fault() + ": exit code " + exitCode + " instead of " + row.exitCode() + "\n" + told);
            }
            String torque = follower.torque(row.torque());
            if (!torque.isEmpty()) {
                wrong.add(row.fault() + ": " + torque);
            }
            if (row.robot().contains("drop=") && command.number("bus_retries") == 0) {
                wrong.add(row.fault() + ": nothing was asked again\n" + command.out());
            }
            if (row.robot().contains("corrupt=") && command.number("bus_checksum_errors") == 0) {
                wrong.add(row.fault() + ": no wrong checksum was counted\n" + command.out());
            }
        }
    }

    /** The follower behind a port, for as long as the command has it open, and after. */
    private final class Follower {
        private SimulatedArm arm;

        Follower(String port, Typed command) throws InterruptedException {
            Running.until(() -> find(port) || command.over(), "the follower is open");
        }

        private boolean find(String port) {
            for (SimulatedArm open : simulator.arms()) {
                if (open.port().equals(port) && open.kind().equals("follower")) {
                    arm = open;
                }
            }
            return arm != null;
        }

        String torque(Torque expected) {
            if (arm == null && expected == Torque.NEVER_ON) {
                return ""; // open for a moment only
            }
            if (arm == null) {
                return "nobody opened the follower";
            }
            int want = expected == Torque.ON ? 1 : 0;
            List<Integer> other = IntStream.rangeClosed(1, MOTORS)
                    .filter(id -> arm.peek(id, Sts3215.TORQUE_ENABLE) != want)
                    .boxed()
                    .toList();
            return other.isEmpty() ? "" : "the torque of motors " + other + " is not " + expected;
        }
    }

    @Test
    public void noStepIsLargerThanAllowed() throws Exception {
        List<String> arguments = new ArrayList<>(teleoperate("sim:", "sim:"));
        arguments.addAll(List.of("--robot.max_relative_target=1", "--teleop_time_s=3", "--json"));
        try (Typed command = new Typed(main, arguments)) {
            Follower follower = new Follower("sim:", command);
            int worst = 0;
            while (!command.over()) {
                int goal = follower.arm.peek(1, Sts3215.GOAL_POSITION);
                int present = follower.arm.peek(1, Sts3215.PRESENT_POSITION);
                if (follower.arm.peek(1, Sts3215.TORQUE_ENABLE) == 1) {
                    worst = Math.max(worst, Math.abs(goal - present));
                }
                Thread.onSpinWait();
            }
            assertEquals(command.err(), DONE, command.exitCode());
            // One degree is 11.4 steps; the arm may have come nearer or gone on since it was observed.
            assertTrue("a goal was " + worst + " steps away", worst <= 40);
        }
    }

    @Test
    public void ctrlCEndsWithTheTorqueOff() throws Exception {
        try (Typed command = new Typed(main, teleoperate("sim:", "sim:"))) {
            Follower follower = new Follower("sim:", command);
            Running.until(() -> follower.torque(Torque.ON).isEmpty(), "the torque is on");
            Running.until(() -> command.err().contains("leader \"teleoperate\" is connected"), "it runs");
            command.interrupt();
            assertEquals(command.err(), INTERRUPTED, command.exitCode());
            assertEquals("", follower.torque(Torque.OFF));
        }
    }

    @Test
    public void signalsToAProcessOnARealPort() throws Exception {
        signal("INT", 130, Torque.OFF);
        signal("TERM", 143, Torque.OFF);
        signal("KILL", 137, Torque.ON);
    }

    private void signal(String name, int exitCode, Torque torque) throws Exception {
        try (SimServer follower = serve(false, Optional.empty());
                SimServer leader = serve(true, Optional.empty());
                Terminal terminal = Terminal.type(
                        FOLDER.resolve("home"),
                        teleoperate(follower.device(), leader.device()).toArray(String[]::new))) {
            terminal.untilErr("so101_leader \"teleoperate\" is connected");
            terminal.signal(name);
            assertEquals(terminal.toString(), exitCode, terminal.exitCode());
            assertTorque(name, follower.arm(), torque);
        }
    }

    @Test
    public void aRealPortThatVanishesAndComesBackIsConnectedAgain() throws Exception {
        Path link = FOLDER.resolve("follower");
        try (SimServer follower = serve(false, Optional.of(link));
                SimServer leader = serve(true, Optional.empty())) {
            List<String> arguments = new ArrayList<>(teleoperate(link.toString(), leader.device()));
            arguments.addAll(List.of("--teleop_time_s=20", "--json"));
            try (Typed command = new Typed(main, arguments)) {
                Running.until(() -> command.err().contains("so101_leader \"teleoperate\" is connected"), "it runs");
                int goal = follower.arm().peek(1, Sts3215.GOAL_POSITION);
                Running.until(() -> follower.arm().peek(1, Sts3215.GOAL_POSITION) != goal, "it moves");
                follower.arm().unplug();
                Running.until(() -> command.err().contains("is lost"), "the loss is told");
                assertTorque("unplugged", follower.arm(), Torque.ON);
                int held = follower.arm().peek(1, Sts3215.GOAL_POSITION);
                follower.arm().replug();
                Running.until(() -> command.err().contains("is connected again after"), "it is back");
                Running.until(() -> follower.arm().peek(1, Sts3215.GOAL_POSITION) != held, "it moves again");
                command.interrupt();
                assertEquals(command.err(), INTERRUPTED, command.exitCode());
                assertTorque("ended", follower.arm(), Torque.OFF);
                assertEquals(1, command.number("reconnects"), 0);
            }
        }
    }

    private SimServer serve(boolean leader, Optional<Path> link) throws Exception {
        return simulator.serve("sim:", leader, link, new SystemClock());
    }

    private static void assertTorque(String when, SimulatedArm arm, Torque expected) {
        for (int id = 1; id <= MOTORS; id++) {
            assertEquals(when + ": motor " + id, expected == Torque.ON ? 1 : 0, arm.peek(id, Sts3215.TORQUE_ENABLE));
        }
    }

    private static List<String> teleoperate(String robotPort, String leaderPort) {
        return List.of(
                "teleoperate",
                "--robot.type=so101_follower",
                "--robot.port=" + robotPort,
                "--teleop.type=so101_leader",
                "--teleop.port=" + leaderPort);
    }
}
