/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * The C library's calls for pseudo-terminals, bound when the first one is opened. Sizes and counts are {@code int}: none is large, and
 * an {@code int} is passed well for a {@code size_t} of either width. Thread: any.
 */
final class CLibrary {
    static final int O_RDWR = 2;
    static final int O_NOCTTY = Platform.isMac() ? 0x20000 : 0x100;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;

    static {
        Native.register(CLibrary.class, Platform.C_LIBRARY_NAME);
    }

    private CLibrary() {}

    static native int posix_openpt(int flags);

    static native int grantpt(int fd);

    static native int unlockpt(int fd);

    static native int ptsname_r(int fd, byte[] name, int size);

    static native int open(String path, int flags);

    static native int close(int fd);

    static native int tcgetattr(int fd, byte[] termios);

    static native int tcsetattr(int fd, int actions, byte[] termios);

    static native void cfmakeraw(byte[] termios);

    static native int poll(Pointer fds, int count, int timeoutMs);

    static native int read(int fd, byte[] into, int length);

    static native int write(int fd, byte[] from, int length);

    static native int ioctl(int fd, int request, byte[] argument);
}
