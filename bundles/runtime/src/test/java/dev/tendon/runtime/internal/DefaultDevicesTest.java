/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.LiveView;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.robot.Robot;
import dev.tendon.runtime.DeskDevice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DefaultDevicesTest {
    private final FakeTypes types = new FakeTypes();
    private final World world = new World();
    private final AtomicReference<FakeRobot> made = new AtomicReference<>();
    private final FakeTypes.Handle handle = types.robot(1, context -> {
        FakeRobot robot = new FakeRobot(world, context);
        made.set(robot);
        return robot;
    });
    private final DefaultDevices devices = new DefaultDevices(types, FakeTypes.CHOICES, Duration.ofMillis(200));

    private DeskDevice<Robot> robot() {
        return devices.robot(new Chosen<>("arm", Map.of("cameras", Map.of())), "left", NoDialog.INSTANCE);
    }

    @Test
    void namesTheDeviceByItsChoiceAndItsName() {
        try (DeskDevice<Robot> device = robot()) {
            assertThat(device.label()).isEqualTo("arm \"left\"");
            assertThat(made.get().context.label()).isEqualTo("arm \"left\"");
        }
    }

    @Test
    void saysWhichChoicesThereAreWhereOneIsUnknown() {
        assertThatThrownBy(() -> devices.robot(new Chosen<>("leg", Map.of()), "left", NoDialog.INSTANCE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"leg\"")
                .hasMessageContaining("arm");
    }

    @Test
    void givesBackWhatTheWorkReturned() throws Exception {
        try (DeskDevice<Robot> device = robot()) {
            assertThat(device.<String>use("try", () -> "done")).isEqualTo("done");
        }
    }

    @Test
    void passesOnWhatTheWorkThrew() {
        try (DeskDevice<Robot> device = robot()) {
            assertThatThrownBy(() -> device.use("try", () -> {
                        throw new DeviceException("motor 3 gave no answer");
                    }))
                    .isInstanceOf(DeviceException.class)
                    .hasMessage("motor 3 gave no answer");
        }
    }

    @Test
    void letsGoOfTheServiceWhenItIsClosed() {
        DeskDevice<Robot> device = robot();
        assertThat(handle.uses).isEqualTo(1);
        device.close();
        device.close();
        assertThat(handle.uses).isZero();
    }

    @Test
    void takesAPortBackThatTheDriverForgot() throws Exception {
        try (DeskDevice<Robot> device = robot()) {
            device.use("forget", () -> new FakeLease(world.bus, made.get().context));
        }
        assertThat(world.bus.open).isFalse();
        assertThat(world.bus.rulesApplied).hasValue(1);
    }

    @Test
    void takesThePortFromADriverThatDoesNotObeyAnInterrupt() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread user = new Thread(() -> {
            try (DeskDevice<Robot> device = robot()) {
                device.use("hang", () -> {
                    FakeLease lease = new FakeLease(world.bus, made.get().context);
                    working.countDown();
                    lease.hang();
                    return lease;
                });
            } catch (DeviceException | InterruptedException e) {
                thrown.set(e);
            }
        });
        user.start();
        working.await();
        user.interrupt();
        user.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(world.bus.rulesApplied).hasValue(1);
    }

    @Test
    void closesADeviceWhoseBundleStops() {
        DeskDevice<Robot> device = robot();
        devices.gone(handle);
        assertThat(handle.uses).isZero();
        assertThatThrownBy(() -> device.use("try", () -> "done"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("stopped");
    }

    @Test
    void showsADriversViewByTheUsersDialog() throws Exception {
        AtomicReference<List<String>> shown = new AtomicReference<>(List.of());
        Dialog user = new Dialog() {
            @Override
            public boolean interactive() {
                return true;
            }

            @Override
            public void say(String line) {
                throw new AssertionError(line);
            }

            @Override
            public String ask(String question, String insteadOption) {
                throw new AssertionError(question);
            }

            @Override
            public void watch(String prompt, LiveView view, String insteadOption) throws DeviceException {
                shown.set(view.next());
            }
        };
        HostContext context = new HostContext("arm", new dev.tendon.api.time.SystemClock(), user);
        AtomicReference<Boolean> asking = new AtomicReference<>(false);
        context.dialog()
                .watch(
                        "move",
                        () -> {
                            asking.set(context.asking());
                            return List.of("row");
                        },
                        "");
        assertThat(shown.get()).containsExactly("row");
        assertThat(asking.get()).isTrue();
        assertThat(context.asking()).isFalse();
    }
}
