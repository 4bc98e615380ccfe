/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import com.sun.jna.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What OpenCV takes from the environment only, when it is loaded (modules/videoio/src/cap_v4l.cpp, modules/core/src/logger.cpp). What the
 * user has set there stays.
 */
final class OpenCvSettings {
    private static final Logger LOG = LoggerFactory.getLogger(OpenCvSettings.class);

    private OpenCvSettings() {}

    /**
     * Before OpenCV is loaded: it returns from a read of a silent device after a second instead of ten, so that {@code timeout_ms} can be
     * kept, and writes no lines of its own on standard error; what fails is said by us.
     */
    static void apply() {
        try {
            // By name, without an interface of ours: JNA would keep that, and with it this bundle's classes, for good.
            Function setenv = Function.getFunction("c", "setenv");
            set(setenv, "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1");
            set(setenv, "OPENCV_LOG_LEVEL", "SILENT");
        } catch (LinkageError e) {
            LOG.debug("OpenCV waits its ten seconds for a silent device", e);
        }
    }

    private static void set(Function setenv, String name, String value) {
        if (setenv.invokeInt(new Object[] {name, value, 0}) != 0) {
            LOG.debug("{} cannot be set", name);
        }
    }
}
