/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The speed of a terminal line in bits per second, whatever it is: Linux' {@code termios2} (asm-generic/ioctls.h, termbits.h), which
 * x86, ARM, RISC-V and LoongArch share. Elsewhere nobody can tell.
 */
final class LineSpeed {
    private static final int TCGETS2 = 0x802C542A;
    private static final int TCSETS2 = 0x402C542B;
    private static final int CFLAG = 8;
    private static final int INPUT = 36;
    private static final int OUTPUT = 40;
    private static final int SIZE = 44;
    private static final int CBAUD = 0x100F;
    /** The speed is the number beside, not one of the old constants. */
    private static final int BOTHER = 0x1000;

    private final int fd;
    private final boolean known = Platform.isLinux() && !Platform.isPPC() && !Platform.isMIPS() && !Platform.isSPARC();
    private final byte[] bytes = new byte[SIZE];
    private final ByteBuffer termios = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());

    LineSpeed(int fd) {
        this.fd = fd;
    }

    /** What the client set last; 0 where nobody can tell. */
    int get() {
        return known && CLibrary.ioctl(fd, TCGETS2, bytes) == 0 ? termios.getInt(OUTPUT) : 0;
    }

    /** What a client finds that sets none. */
    void set(int baudRate) {
        if (known && CLibrary.ioctl(fd, TCGETS2, bytes) == 0) {
            termios.putInt(CFLAG, (termios.getInt(CFLAG) & ~CBAUD) | BOTHER);
            termios.putInt(INPUT, baudRate);
            termios.putInt(OUTPUT, baudRate);
            CLibrary.ioctl(fd, TCSETS2, bytes);
        }
    }
}
