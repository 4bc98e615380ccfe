/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

/** The kernel's calls for video devices, as far as they are needed to ask one what it can do. Thread: any. */
interface VideoCalls {
    /**
     * Opens a device without starting it.
     *
     * @return a handle, to be closed; below 0: the kernel's error number, negative
     */
    int open(String device);

    /**
     * Asks an open device.
     *
     * @param request of {@link V4l2}
     * @param argument the structure that belongs to it, read and written
     * @return 0 or above; below 0: the kernel's error number, negative
     */
    int ioctl(int handle, int request, byte[] argument);

    void close(int handle);
}
