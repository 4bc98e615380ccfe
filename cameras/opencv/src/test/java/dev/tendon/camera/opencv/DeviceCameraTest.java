/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.Image;
import dev.tendon.api.option.IndexOrPath;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.api.time.SystemClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that works, fails, vanishes and comes back. */
@Timeout(30)
class DeviceCameraTest {
    private final SystemClock clock = new SystemClock();
    private final FakeDevice device = new FakeDevice();
    private final DeviceCamera camera =
            new DeviceCamera(Samples.config(Path.of("/dev/video7")), new TestContext(clock), device);

    private void await(BooleanSupplier state) throws InterruptedException {
        while (!state.getAsBoolean()) {
            clock.sleepUntil(clock.nanoTime() + 1_000_000);
        }
    }

    /** The grey value of the newest picture; -1 where there is none. */
    private int newest() {
        return value(camera);
    }

    private static int value(DeviceCamera of) {
        Image image = of.newest();
        if (image == null) {
            return -1;
        }
        int value = image.pixels().get(0);
        image.release();
        return value;
    }

    @Test
    void hasAPictureOnceItIsConnectedAndTheNewestAfterThat() throws Exception {
        device.pictures.add(1);
        camera.connect();
        assertThat(newest()).isEqualTo(1);
        device.pictures.add(2);
        await(() -> newest() == 2);
        camera.close();
        camera.close();
        assertThat(newest()).isEqualTo(-1);
        assertThat(device.closed).isEqualTo(1);
    }

    @Test
    void keepsItsPictureWhileTheDeviceIsSlow() throws Exception {
        device.pictures.add(1);
        camera.connect();
        long before = camera.newest().timestampNs();
        assertThat(newest()).isEqualTo(1);
        assertThat(camera.newest().timestampNs()).isEqualTo(before);
        camera.close();
    }

    @Test
    void isReconnectedByItsOwnThread() throws Exception {
        device.pictures.add(1);
        camera.connect();
        device.there = false;
        device.pictures.add(-1);
        await(() -> newest() == -1);
        device.pictures.add(5);
        device.there = true;
        await(() -> newest() == 5);
        assertThat(device.opened).isEqualTo(2);
        camera.close();
        assertThat(device.closed).isEqualTo(2);
    }

    @Test
    void aSilentDeviceIsOpenedAnewAfterItsTimeout() throws Exception {
        HandClock hand = new HandClock();
        device.silence = () -> hand.advanceMs(1_000);
        DeviceCamera silent = new DeviceCamera(
                Samples.config(Path.of("/dev/video7")), new TestContext(hand), device); // timeout_ms is 2000
        device.pictures.add(1);
        silent.connect();
        device.pictures.addAll(List.of(-2, -2, 2)); // two seconds: not yet
        device.pictures.addAll(List.of(-2, -2, 4)); // counted from the last picture
        await(() -> value(silent) == 4);
        assertThat(device.opened).isEqualTo(1);
        device.pictures.addAll(List.of(-2, -2, -2, 3));
        await(() -> device.opened == 2 && value(silent) == 3);
        silent.close();
    }

    @Test
    void noPictureCountsBeforeTheDeviceIsWarmAndAgainAfterItCameBack() throws Exception {
        HandClock hand = new HandClock();
        device.silence = () -> hand.advanceMs(600);
        OpenCvCameraConfig config = new OpenCvCameraConfig(
                new IndexOrPath.Path("/dev/video7"),
                Samples.FPS,
                Samples.WIDTH,
                Samples.HEIGHT,
                ColorMode.RGB,
                0,
                1,
                Optional.empty(),
                Backend.ANY,
                2000,
                true);
        DeviceCamera warming = new DeviceCamera(config, new TestContext(hand), device);
        device.pictures.addAll(List.of(1, -2, 2, -2, 3)); // at 0, 0.6 and 1.2 s
        warming.connect();
        assertThat(value(warming)).isEqualTo(3);
        device.pictures.addAll(List.of(-1, 4, -2, 5));
        await(() -> device.pictures.isEmpty() && device.opened == 2);
        assertThat(value(warming)).isEqualTo(-1);
        device.pictures.addAll(List.of(-2, 6));
        await(() -> value(warming) == 6);
        warming.close();
    }

    @Test
    void doesNotConnectWhereThereIsNoDeviceOrItDeliversNothing() {
        device.there = false;
        assertThatThrownBy(camera::connect).isInstanceOf(DeviceException.class).hasMessageContaining("not there");
        device.there = true;
        device.pictures.add(-1);
        assertThatThrownBy(camera::connect).isInstanceOf(DeviceException.class).hasMessageContaining("no picture");
        assertThat(device.closed).isEqualTo(device.opened);
    }

    @Test
    void refusesSimulatedTime() {
        DeviceCamera other = new DeviceCamera(
                Samples.config(Path.of("/dev/video7")), new TestContext(new SimulatedClock(0)), device);
        assertThatThrownBy(other::connect).isInstanceOf(DeviceException.class).hasMessageContaining("simulated time");
    }

    @Test
    void aDeviceThatIsNotThereIsToldFromOpenCv() {
        DeviceCamera real = new DeviceCamera(
                Samples.config(Path.of("/dev/video4242")),
                new TestContext(clock),
                (config, label) -> OpenCvCapture.open(config, label, OpenCvSettings::apply));
        assertThatThrownBy(real::connect)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("/dev/video4242")
                .hasMessageContaining("find-cameras");
    }
}
