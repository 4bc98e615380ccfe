/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import dev.tendon.api.device.DeviceException;
import java.nio.charset.StandardCharsets;

/**
 * A pseudo-terminal: a device that other programs open as a serial port, and our end of it. The device's side is raw and is held open
 * here too, so that our end never sees a hang-up when a client goes, and the settings stay. Thread: one at a time.
 */
final class Pty implements AutoCloseable {
    private static final int NAME_SIZE = 128;
    /** Larger than any system's {@code struct termios}. */
    private static final int TERMIOS_SIZE = 256;

    private static final int EVENTS = 4;
    private static final int RETURNED_EVENTS = 6;

    private final int master;
    private final int slave;
    private final String device;
    private final LineSpeed speed;
    private final Memory pollFd = new Memory(8);
    private boolean closed;

    private Pty(int master, int slave, String device) {
        this.master = master;
        this.slave = slave;
        this.device = device;
        speed = new LineSpeed(slave);
    }

    /**
     * Makes a new one.
     *
     * @param baudRate what a client finds that sets no speed
     * @throws DeviceException where the system has none, or has no more
     */
    static Pty open(int baudRate) throws DeviceException {
        if (Platform.isWindows()) {
            throw new DeviceException(
                    "Windows has no pseudo-terminals for other programs to open. Tendon itself takes the simulator"
                            + " as the port sim:");
        }
        try {
            return openPosix(baudRate);
        } catch (LinkageError e) {
            throw new DeviceException(
                    "Pseudo-terminals need JNA's native library, which does not load on "
                            + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + " (" + e.getMessage()
                            + "). Tendon itself takes the simulator as the port sim:",
                    e);
        }
    }

    private static Pty openPosix(int baudRate) throws DeviceException {
        int master = CLibrary.posix_openpt(CLibrary.O_RDWR | CLibrary.O_NOCTTY);
        if (master < 0) {
            throw failed("be made");
        }
        int slave = -1;
        boolean ready = false;
        try {
            byte[] name = new byte[NAME_SIZE];
            if (CLibrary.grantpt(master) != 0
                    || CLibrary.unlockpt(master) != 0
                    || CLibrary.ptsname_r(master, name, name.length) != 0) {
                throw failed("be unlocked");
            }
            String device = Native.toString(name, StandardCharsets.US_ASCII.name());
            slave = CLibrary.open(device, CLibrary.O_RDWR | CLibrary.O_NOCTTY);
            byte[] termios = new byte[TERMIOS_SIZE];
            if (slave < 0 || CLibrary.tcgetattr(slave, termios) != 0) {
                throw failed("be opened");
            }
            CLibrary.cfmakeraw(termios);
            if (CLibrary.tcsetattr(slave, 0, termios) != 0) {
                throw failed("be made raw");
            }
            Pty pty = new Pty(master, slave, device);
            pty.speed.set(baudRate);
            ready = true;
            return pty;
        } finally {
            if (!ready) {
                closeBoth(slave, master);
            }
        }
    }

    private static DeviceException failed(String what) {
        return new DeviceException("A pseudo-terminal could not " + what + " (error " + Native.getLastError()
                + " of the system). Is /dev/pts mounted, and are there free ones?");
    }

    /** What a client opens: {@code /dev/pts/3}. */
    String device() {
        return device;
    }

    /** The speed that the client set, in bits per second; 0 where nobody can tell. */
    int baudRate() {
        return speed.get();
    }

    /** Waits until the client has sent something; at most {@code timeoutMs}. */
    boolean awaitInput(int timeoutMs) {
        return poll(CLibrary.POLLIN, timeoutMs);
    }

    private boolean poll(short events, int timeoutMs) {
        pollFd.setInt(0, master);
        pollFd.setShort(EVENTS, events);
        pollFd.setShort(RETURNED_EVENTS, (short) 0);
        return CLibrary.poll(pollFd, 1, timeoutMs) > 0 && (pollFd.getShort(RETURNED_EVENTS) & events) != 0;
    }

    /** Reads what is there; call after {@link #awaitInput}, otherwise it waits. */
    int read(byte[] into) {
        return Math.max(0, CLibrary.read(master, into, into.length));
    }

    /** Hands over the first {@code length} bytes; what a client does not fetch is lost, as in an adapter. */
    void write(byte[] bytes, int length) {
        if (poll(CLibrary.POLLOUT, 0)) {
            CLibrary.write(master, bytes, length);
        }
    }

    /** The device is gone; a client that has it open gets an error. Idempotent. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closeBoth(slave, master);
            pollFd.close();
        }
    }

    private static void closeBoth(int slave, int master) {
        if (slave >= 0) {
            CLibrary.close(slave);
        }
        CLibrary.close(master);
    }
}
