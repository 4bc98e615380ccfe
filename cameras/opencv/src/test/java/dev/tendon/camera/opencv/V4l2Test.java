/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against bytes and numbers that a C program wrote with the kernel's own header: videodev2.c beside the resource. */
class V4l2Test {
    private final Properties recorded = new Properties();

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = V4l2Test.class.getResourceAsStream("videodev2.properties")) {
            recorded.load(in);
        }
    }

    private byte[] bytes(String name) {
        return HexFormat.of().parseHex(recorded.getProperty(name));
    }

    private int request(String name) {
        return Integer.parseUnsignedInt(recorded.getProperty(name), 16);
    }

    @Test
    void requestsHaveTheKernelsNumbers() {
        assertThat(V4l2.QUERYCAP).isEqualTo(request("VIDIOC_QUERYCAP"));
        assertThat(V4l2.ENUM_FMT).isEqualTo(request("VIDIOC_ENUM_FMT"));
        assertThat(V4l2.ENUM_FRAMESIZES).isEqualTo(request("VIDIOC_ENUM_FRAMESIZES"));
        assertThat(V4l2.ENUM_FRAMEINTERVALS).isEqualTo(request("VIDIOC_ENUM_FRAMEINTERVALS"));
        assertThat(V4l2.G_FMT).isEqualTo(request("VIDIOC_G_FMT"));
        assertThat(V4l2.G_PARM).isEqualTo(request("VIDIOC_G_PARM"));
        assertThat(V4l2.REQBUFS).isEqualTo(request("VIDIOC_REQBUFS"));
    }

    @Test
    void questionsHaveTheSizeThatTheirRequestSays() {
        assertThat(size(V4l2.QUERYCAP)).isEqualTo(V4l2.Capability.SIZE);
        assertThat(size(V4l2.ENUM_FMT)).isEqualTo(V4l2.Format.question(0, 1).length);
        assertThat(size(V4l2.ENUM_FRAMESIZES)).isEqualTo(V4l2.Sizes.question(0, 1).length);
        assertThat(size(V4l2.ENUM_FRAMEINTERVALS)).isEqualTo(V4l2.Rates.question(0, 1, 2, 3).length);
        assertThat(size(V4l2.G_FMT)).isEqualTo(V4l2.Current.question(1).length);
        assertThat(size(V4l2.G_PARM)).isEqualTo(V4l2.CurrentRate.question(1).length);
    }

    /** The kernel reads and writes so many bytes, whatever we gave it. */
    private static int size(int request) {
        return request >> 16 & 0x3FFF;
    }

    @Test
    void readsACamerasNameAndWhetherItsNodeDeliversPictures() {
        assertThat(V4l2.Capability.of(bytes("capability")))
                .isEqualTo(new V4l2.Capability("HD Pro Webcam C920", V4l2.CAPTURE));
        assertThat(V4l2.Capability.of(bytes("capability_metadata")).bufferType())
                .isZero();
    }

    @Test
    void readsPixelFormats() {
        assertThat(V4l2.fourcc(V4l2.Format.pixelFormat(bytes("fmtdesc")))).isEqualTo("MJPG");
    }

    @Test
    void readsOneSizeAndSizesInSteps() {
        assertThat(V4l2.Sizes.of(bytes("frmsizeenum_discrete"))).isEqualTo(new V4l2.Sizes(1280, 1280, 1, 720, 720, 1));
        V4l2.Sizes steps = V4l2.Sizes.of(bytes("frmsizeenum_stepwise"));
        assertThat(steps).isEqualTo(new V4l2.Sizes(32, 3280, 2, 24, 2464, 4));
        assertThat(steps.has(640, 480)).isTrue();
        assertThat(steps.has(640, 482)).isFalse();
        assertThat(steps.has(3282, 480)).isFalse();
    }

    @Test
    void readsOneRateAndARangeOfThem() {
        assertThat(V4l2.Rates.of(bytes("frmivalenum_discrete"))).isEqualTo(new V4l2.Rates(29.97, 29.97));
        assertThat(V4l2.Rates.of(bytes("frmivalenum_continuous"))).isEqualTo(new V4l2.Rates(1, 90));
    }

    @Test
    void readsWhatTheDeviceIsSetTo() {
        V4l2.Current current = V4l2.Current.of(bytes("format"));
        assertThat(V4l2.fourcc(current.pixelFormat())).isEqualTo("YUYV");
        assertThat(current.width()).isEqualTo(640);
        assertThat(current.height()).isEqualTo(480);
        assertThat(V4l2.CurrentRate.of(bytes("streamparm"))).isEqualTo(30);
    }

    @Test
    void asksForNoBuffers() {
        assertThat(V4l2.noBuffers(V4l2.CAPTURE)).isEqualTo(bytes("requestbuffers"));
    }
}
