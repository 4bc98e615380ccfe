/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/** Linux' own calls. Its first use throws a {@link LinkageError} where JNA has no native library for the machine. */
final class LinuxVideoCalls implements VideoCalls {
    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;

    /** Bound when the first device is asked. */
    private static final class Bound {
        static {
            Native.register(Bound.class, Platform.C_LIBRARY_NAME);
        }

        private Bound() {}

        static native int open(String path, int flags);

        static native int ioctl(int handle, int request, byte[] argument);

        static native int close(int handle);
    }

    @Override
    public int open(String device) {
        return orError(Bound.open(device, O_RDWR | O_NONBLOCK));
    }

    @Override
    public int ioctl(int handle, int request, byte[] argument) {
        return orError(Bound.ioctl(handle, request, argument));
    }

    @Override
    public void close(int handle) {
        Bound.close(handle);
    }

    private static int orError(int result) {
        return result < 0 ? -Native.getLastError() : result;
    }
}
