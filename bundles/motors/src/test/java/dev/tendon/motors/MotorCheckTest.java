/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads when the motors are not those of the arm. */
class MotorCheckTest {
    private final FakeMotors arm = FakeMotors.arm(0, 0, 0, 0, 0, 0);

    @Test
    void isContentWithTheArm() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble(
                        "two are missing",
                        arm -> arm.motors.removeIf(motor -> motor.id == 2 || motor.id == 6),
                        "motor 2 (shoulder_lift) is missing",
                        "motor 6 (gripper) is missing",
                        "Answers came from 1 (shoulder_pan), 3 (elbow_flex), 4 (wrist_flex), 5 (wrist_roll)"),
                trouble(
                        "one has a foreign id",
                        arm -> arm.motor(4).id = 9,
                        "motor 4 (wrist_flex) is missing",
                        "9 (no joint of this arm has that id)"),
                trouble(
                        "an id is there twice",
                        arm -> arm.motor(4).id = 3,
                        "more than one motor answers as motor 3 (elbow_flex)",
                        "motor 4 (wrist_flex) is missing"),
                trouble(
                        "model and fault",
                        arm -> {
                            arm.motor(1).model = 2825;
                            arm.motor(5).fault = "overheated. Let it cool down.";
                        },
                        "motor 1 (shoulder_pan) is of model 2825",
                        "motor 5 (wrist_roll) reports a fault: overheated"),
                trouble("nobody", arm -> arm.motors.clear(), "No motor answered.", "Check power"),
                trouble(
                        "different firmware",
                        arm -> arm.motor(6).firmware = "3.9",
                        "different firmware: shoulder_pan 3.10",
                        "gripper 3.9",
                        "Get firmware from the maker."));
    }

    private static Arguments trouble(String name, Consumer<FakeMotors> what, String... texts) {
        return Arguments.of(name, what, Arrays.asList(texts));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void namesEverythingThatIsWrong(String name, Consumer<FakeMotors> what, Iterable<String> texts) {
        what.accept(arm);

        assertThatThrownBy(this::check)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("so101_follower \"left\" on test:")
                .satisfies(e -> texts.forEach(
                        text -> org.assertj.core.api.Assertions.assertThat(e).hasMessageContaining(text)));
    }

    private void check() throws DeviceException {
        new MotorCheck(arm, TestArm.JOINTS, TestArm.options("left", Optional.empty()), "so101_follower \"left\"").run();
    }
}
