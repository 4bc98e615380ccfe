/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The real calls, on files that are no cameras. */
@EnabledOnOs(OS.LINUX)
class LinuxVideoCallsTest {
    private static final int ENOENT = 2;
    private static final int ENOTTY = 25;

    private final LinuxVideoCalls calls = new LinuxVideoCalls();

    @Test
    void givesTheKernelsErrorNumber() {
        assertThat(calls.open("/dev/no-such-camera")).isEqualTo(-ENOENT);
    }

    @Test
    void whatIsNoCameraDoesNotKnowTheRequest() {
        int handle = calls.open("/dev/null");
        assertThat(handle).isNotNegative();
        assertThat(calls.ioctl(handle, V4l2.QUERYCAP, new byte[V4l2.Capability.SIZE]))
                .isEqualTo(-ENOTTY);
        assertThat(VideoDevice.ask(calls, handle)).isEmpty();
        calls.close(handle);
    }
}
