/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person calibrates an arm of six motors. */
class CalibratorTest {
    private static final int[] MIDDLE = {3000, 1000, 2047, 2100, 4094, 100};
    private static final int REACH = 700;

    @TempDir
    Path home;

    private final FakeDesk desk = new FakeDesk();
    private final FakeMotors arm = FakeMotors.arm(MIDDLE);
    private Path file;

    @BeforeEach
    void build() {
        file = home.resolve("robots/so_follower/left.json");
    }

    @Test
    void asksInLeRobotsOrderAndWritesFileAndMotors() throws Exception {
        desk.moves().moves(sweep());

        assertThat(calibrator().calibrate()).isEqualTo(file);

        assertThat(desk.heard)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Calibrating so101_follower \"left\""),
                        line -> assertThat(line).contains("middle of its range of motion", "ENTER"),
                        line -> assertThat(line).contains("except wrist_roll", "entire ranges of motion", "ENTER"),
                        line -> assertThat(line).isEqualTo("Calibration saved to " + file));
        Calibration written = CalibrationFile.read(file, TestArm.JOINTS);
        assertThat(written.at(0)).isEqualTo(new JointCalibration(1, 0, 3000 - 2047, 2047 - REACH, 2047 + REACH));
        assertThat(written.at(4)).as("wrist_roll").isEqualTo(new JointCalibration(5, 0, 2047, 0, 4095));
        assertThat(written.at(5).homingOffset()).isEqualTo(100 - 2047);
        for (JointCalibration joint : written.values()) {
            assertThat(arm.calibration(joint.id())).isEqualTo(joint);
            assertThat(arm.motor(joint.id()).torque).isFalse();
        }
    }

    @Test
    void showsLowestPresentAndHighestPosition() throws Exception {
        desk.moves().moves(sweep());

        calibrator().calibrate();

        assertThat(desk.table)
                .contains("NAME            |    MIN |    POS |    MAX")
                .contains("shoulder_pan    |   1347 |   2747 |   2747")
                .noneMatch(line -> line.startsWith("wrist_roll"));
    }

    @Test
    void writesTheFileAsLeRobotDoes() throws Exception {
        desk.moves().moves(sweep());

        calibrator().calibrate();

        assertThat(Files.readString(file))
                .startsWith(
                        """
                        {
                            "shoulder_pan": {
                                "id": 1,
                                "drive_mode": 0,
                                "homing_offset": 953,
                                "range_min": 1347,
                                "range_max": 2747
                            },
                            "shoulder_lift": {
                        """)
                .endsWith("        \"range_max\": 2747\n    }\n}\n");
        assertThat(Files.list(file.getParent())).containsExactly(file);
    }

    @Test
    void keepsThePreviousFileAsADatedBackup() throws Exception {
        write(calibration(10));
        String before = Files.readString(file);
        arm.release(TestArm.JOINTS.ids());
        calibration(10).writeTo(arm);
        desk.types("c").moves().moves(sweep());

        calibrator().calibrate();

        assertThat(Files.readString(file)).isNotEqualTo(before);
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<Path> backups =
                    files.filter(path -> path.toString().endsWith(".bak")).toList();
            assertThat(backups).hasSize(1);
            assertThat(backups.get(0).getFileName().toString())
                    .matches("left\\.json\\.\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d\\.bak");
            assertThat(Files.readString(backups.get(0))).isEqualTo(before);
        }
    }

    @Test
    void offersTheFileThatIsThere() throws Exception {
        write(calibration(10));
        desk.types("");

        assertThat(calibrator().calibrate()).isEqualTo(file);

        assertThat(desk.heard.get(1)).contains("Press ENTER to use the calibration file of id left", "c to calibrate");
        assertThat(arm.calibration(1)).isEqualTo(calibration(10).at(0));
    }

    @Test
    void theMotorsMayBeRightAndGoIntoTheFile() throws Exception {
        write(calibration(10));
        arm.release(TestArm.JOINTS.ids());
        calibration(20).writeTo(arm);
        desk.types("perhaps").types("M");

        calibrator().calibrate();

        assertThat(desk.heard).contains("\"perhaps\" is none of ENTER, m and c.");
        assertThat(CalibrationFile.read(file, TestArm.JOINTS)).isEqualTo(calibration(20));
    }

    @Test
    void withoutAFileTheMotorsCalibrationIsOffered() throws Exception {
        arm.release(TestArm.JOINTS.ids());
        calibration(20).writeTo(arm);
        desk.types("");

        calibrator().calibrate();

        assertThat(CalibrationFile.read(file, TestArm.JOINTS)).isEqualTo(calibration(20));
    }

    @Test
    void tellsWhoseCalibrationTheMotorsHold() throws Exception {
        write(calibration(10));
        CalibrationFile.write(home.resolve("teleoperators/so_leader/blue.json"), calibration(20));
        arm.release(TestArm.JOINTS.ids());
        calibration(20).writeTo(arm);

        assertThatThrownBy(() -> calibrator().settle())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("so_leader/blue.json")
                .hasMessageContaining("is this the port of that arm?")
                .hasMessageContaining("--robot.on_calibration_mismatch=file");
    }

    @Test
    void anOffsetThatNoMotorHoldsIsAskedForAgain() throws Exception {
        arm.motor(2).encoder = 4095;
        desk.moves().moves(() -> arm.motor(2).encoder = 4000).moves(sweep());

        calibrator().calibrate();

        assertThat(desk.heard.get(2)).contains("±2047", "shoulder_lift stands at step 4095", "2048");
        assertThat(CalibrationFile.read(file, TestArm.JOINTS).at(1).homingOffset())
                .isEqualTo(4000 - 2047);
    }

    @Test
    void aJointThatOnlyShakesWasNotMoved() throws Exception {
        Runnable[] allButElbow =
                Stream.of(sweepOf(1, 2, 4, 6)).flatMap(Stream::of).toArray(Runnable[]::new);
        Runnable[] shaking = Stream.concat(Stream.of(allButElbow), Stream.of(() -> arm.motor(3).encoder += 40))
                .toArray(Runnable[]::new);
        desk.moves().moves(shaking).moves(sweepOf(3));

        calibrator().calibrate();

        assertThat(desk.heard).anyMatch(line -> line.startsWith("elbow_flex was not moved (2047 to 20"));
    }

    @Test
    void aJointThatWasNotMovedIsAskedForAndTheOthersKeepTheirRanges() throws Exception {
        Runnable[] allButElbow =
                Stream.of(sweepOf(1, 2, 4, 6)).flatMap(Stream::of).toArray(Runnable[]::new);
        desk.moves().moves(allButElbow).moves(sweepOf(3));

        calibrator().calibrate();

        assertThat(desk.heard).contains("elbow_flex was not moved (2047 to 2047)");
        assertThat(CalibrationFile.read(file, TestArm.JOINTS).at(2).rangeMax()).isEqualTo(2047 + REACH);
        assertThat(CalibrationFile.read(file, TestArm.JOINTS).at(0).rangeMin()).isEqualTo(2047 - REACH);
    }

    @Test
    void aJointThatTurnedPastTheEndOfItsCountStartsFromTheMiddleAgain() throws Exception {
        Runnable[] past = IntStream.rangeClosed(0, 12)
                .<Runnable>mapToObj(i -> () -> arm.motor(2).encoder = 1000 + 200 * i)
                .toArray(Runnable[]::new);
        desk.moves().moves(past).moves(() -> arm.motor(2).encoder = 1000).moves(sweep());

        calibrator().calibrate();

        assertThat(desk.heard).anyMatch(line -> line.contains("shoulder_lift turned past the end of the count"));
        assertThat(desk.scriptIsDone()).isTrue();
        assertThat(CalibrationFile.read(file, TestArm.JOINTS).at(1).rangeMax()).isEqualTo(2047 + REACH);
    }

    @Test
    void aMotorThatIsSilentForAWhileIsShownAndTheRecordingGoesOn() throws Exception {
        Runnable[] moves = Stream.of(sweep(), new Runnable[] {() -> arm.unplugged.add(arm.motor(3))}, new Runnable[] {
                    () -> {
                        assertThat(desk.table).anyMatch(line -> line.contains("motor 3 gave no answer"));
                        arm.unplugged.clear();
                        arm.motor(3).locked = true; // as after a loss of power
                    }
                })
                .flatMap(Stream::of)
                .toArray(Runnable[]::new);
        desk.moves().moves(moves);

        calibrator().calibrate();

        assertThat(arm.calibration(3).rangeMax()).isEqualTo(2047 + REACH);
    }

    @Test
    void givingUpLeavesFileAndMotorsAsTheyWere() throws Exception {
        write(calibration(10));
        arm.release(TestArm.JOINTS.ids());
        calibration(10).writeTo(arm);
        desk.types("c").moves();

        assertThatThrownBy(() -> calibrator().calibrate()).isInstanceOf(ConfigException.class);

        assertThat(CalibrationFile.read(file, TestArm.JOINTS)).isEqualTo(calibration(10));
        assertThat(arm.calibration(2)).isEqualTo(calibration(10).at(1));
    }

    @Test
    void ctrlCGivesTheMotorsBackWhatTheyHeldAndIsPassedOn() throws Exception {
        arm.release(TestArm.JOINTS.ids());
        calibration(10).writeTo(arm);
        desk.types("c").moves().moves(() -> {
            Thread.currentThread().interrupt();
            throw new CancellationException("Ctrl-C");
        });

        assertThatThrownBy(() -> calibrator().calibrate())
                .isInstanceOf(CancellationException.class)
                .hasNoSuppressedExceptions();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(arm.calibration(2)).isEqualTo(calibration(10).at(1));
    }

    @Test
    void aFileThatCannotBeWrittenIsAnErrorOfTheDisk() throws Exception {
        Files.createDirectories(home.resolve("robots"));
        Files.writeString(home.resolve("robots/so_follower"), "in the way");
        desk.moves().moves(sweep());

        assertThatThrownBy(() -> calibrator().calibrate())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("left.json");
        assertThat(arm.calibration(1)).isEqualTo(new JointCalibration(1, 0, 0, 0, 4095));
    }

    @Test
    void aFileOfAnotherRobotIsToldAndReplacedOnRequestOnly() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"joint_1": {"id": 1, "drive_mode": 0, "homing_offset": 0, "range_min": 0, "range_max": 4095}}
                """);
        assertThatThrownBy(() -> calibrator().settle())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no joint shoulder_pan")
                .hasMessageContaining("joint_1")
                .hasMessageContaining("another robot's");

        desk.types("").moves().moves(sweep());
        calibrator().calibrate();

        assertThat(desk.heard).anyMatch(line -> line.contains("kept as a backup"));
        assertThat(CalibrationFile.read(file, TestArm.JOINTS).at(0).rangeMax()).isEqualTo(2047 + REACH);
    }

    @Test
    void connectingCalibratesAnArmThatNobodyCalibratedWhereSomebodyIsThere() throws Exception {
        desk.moves().moves(sweep());

        Calibrator.Settled settled = calibrator().settle();

        assertThat(settled.writeToMotors()).isFalse();
        assertThat(settled.calibration()).isEqualTo(CalibrationFile.read(file, TestArm.JOINTS));
    }

    @Test
    void connectingCalibratesOnC() throws Exception {
        write(calibration(10));
        desk.types("c").moves().moves(sweep());

        assertThat(calibrator().settle().calibration().at(0).rangeMax()).isEqualTo(2047 + REACH);
    }

    @Test
    void motorsThatDoNotKeepTheirCalibrationAreTold() throws Exception {
        write(calibration(10));
        FakeMotors forgetful = FakeMotors.arm(MIDDLE);
        Calibrator calibrator = new Calibrator(
                TestArm.options("left", Optional.empty(), CalibrationMismatch.FILE),
                TestArm.JOINTS,
                new Forgetful(forgetful),
                desk,
                search());

        assertThatThrownBy(calibrator::calibrate)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("did not keep their calibration")
                .hasMessageContaining("shoulder_pan");
    }

    private Calibrator calibrator() {
        return new Calibrator(TestArm.options("left", Optional.empty()), TestArm.JOINTS, arm, desk, search());
    }

    private CalibrationSearch search() {
        return new CalibrationSearch(Map.of("HF_LEROBOT_CALIBRATION", home.toString())::get, home);
    }

    private void write(Calibration calibration) throws IOException {
        CalibrationFile.write(file, calibration);
    }

    private static Calibration calibration(int offset) {
        return new Calibration(
                TestArm.JOINTS,
                TestArm.JOINTS.all().stream()
                        .map(joint -> joint.travel() == MotorJoint.Travel.FULL_TURN
                                ? new JointCalibration(joint.id(), 0, offset, 0, 4095)
                                : new JointCalibration(joint.id(), 0, offset, 900, 3100))
                        .toList());
    }

    /** Moves every joint but the wrist to both ends of its way. */
    private Runnable[] sweep() {
        return sweepOf(1, 2, 3, 4, 6);
    }

    private Runnable[] sweepOf(int... ids) {
        return IntStream.of(ids)
                .boxed()
                .flatMap(id -> Stream.<Runnable>of(
                        () -> arm.motor(id).encoder -= REACH, () -> arm.motor(id).encoder += 2 * REACH))
                .toArray(Runnable[]::new);
    }

    /** Takes no calibration. */
    private record Forgetful(FakeMotors motors) implements MotorBus {
        @Override
        public MotorKind kind() {
            return motors.kind();
        }

        @Override
        public Optional<FoundMotor> find(int id) throws DeviceException {
            return motors.find(id);
        }

        @Override
        public void positions(int[] ids, int[] into) throws DeviceException {
            motors.positions(ids, into);
        }

        @Override
        public void release(int[] ids) throws DeviceException {
            motors.release(ids);
        }

        @Override
        public void positionMode(int[] ids) throws DeviceException {
            motors.positionMode(ids);
        }

        @Override
        public JointCalibration calibration(int id) throws DeviceException {
            return motors.calibration(id);
        }

        @Override
        public void calibrate(JointCalibration calibration) {
            // It forgets.
        }
    }
}
