/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.IndexOrPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenCvCameraConfigTest {
    private static final IndexOrPath FILE = new IndexOrPath.Path("clip.mp4");
    private static final IndexOrPath DEVICE = new IndexOrPath.Path("/dev/v4l/by-id/usb-046d_C920-video-index0");

    private static OpenCvCameraConfig config(
            IndexOrPath place, int rotation, double warmupS, String fourcc, Backend backend, boolean loop) {
        return new OpenCvCameraConfig(
                place,
                30,
                640,
                480,
                ColorMode.RGB,
                rotation,
                warmupS,
                Optional.ofNullable(fourcc),
                backend,
                2000,
                loop);
    }

    @Test
    void whatIsForDevicesIsRefusedOfAFileAndTheOtherWayRound() {
        assertThatThrownBy(() -> config(FILE, 0, 1, "MJPG", Backend.V4L2, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("fourcc=MJPG is for devices, and clip.mp4 is a file")
                .hasMessageContaining("backend=v4l2 is for devices");
        assertThatThrownBy(() -> config(DEVICE, 0, 1, null, Backend.ANY, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("loop=false is for files");
        assertThat(config(DEVICE, 0, 1, "MJPG", Backend.V4L2, true).isDevice()).isTrue();
        assertThat(config(FILE, 0, 1, null, Backend.ANY, false).isDevice()).isFalse();
        assertThat(config(new IndexOrPath.Index(2), 0, 1, null, Backend.ANY, true)
                        .shown())
                .isEqualTo("/dev/video2");
    }

    @Test
    void everyMistakeIsToldWithWhatIsAllowed() {
        assertThatThrownBy(() -> config(DEVICE, 45, 11, "MJPEG", Backend.ANY, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("rotation is 45")
                .hasMessageContaining("warmup_s is 11.0, but must be 0 to 10")
                .hasMessageContaining("\"MJPEG\"");
    }

    @Test
    void aTurnedPictureIsCapturedLying() {
        OpenCvCameraConfig turned = config(FILE, -90, 1, null, Backend.ANY, true);
        assertThat(turned.captureWidth()).isEqualTo(480);
        assertThat(turned.captureHeight()).isEqualTo(640);
    }
}
