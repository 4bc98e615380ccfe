/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialPortInfo;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The ports of this machine, by jSerialComm 2.11: {@code /dev/…} (pseudo-terminals too) and {@code COM…}. Its native library is
 * loaded when a port is first opened or listed. Thread: any.
 */
@Component
public final class JSerialCommProvider implements SerialPortProvider {
    private static final Pattern WINDOWS = Pattern.compile("(\\\\\\\\\\.\\\\)?COM\\d+", Pattern.CASE_INSENSITIVE);
    private static final int DATA_BITS = 8;

    /** How long the JVM's end waits for the channels to be closed: about what ending safe takes. */
    private static final long SHUTDOWN_WAIT_NS = 3_000_000_000L;

    private static final long SHUTDOWN_POLL_NS = 5_000_000;

    private final Set<JSerialCommChannel> open = ConcurrentHashMap.newKeySet();
    /** Here before it is needed: at the JVM's end this bundle may be stopped, and loads no more classes. */
    private final Clock real = new SystemClock();

    private boolean hooked;

    @Activate
    public JSerialCommProvider() {}

    @Override
    public boolean accepts(String port) {
        return port.startsWith("/") || WINDOWS.matcher(port).matches();
    }

    /** The device itself, where the user named a link to it such as those in {@code /dev/serial/by-id}. */
    @Override
    public String identity(SerialRequest request) {
        String port = request.port();
        if (!port.startsWith("/")) {
            return port.toUpperCase(Locale.ROOT);
        }
        try {
            return Path.of(port).toRealPath().toString();
        } catch (IOException e) {
            return port; // opening it says what is wrong
        }
    }

    @Override
    public SerialChannel open(SerialRequest request, Clock clock) throws DeviceException {
        String device = request.port().startsWith("/") ? identity(request) : request.port();
        holdShutdown();
        SerialPort port;
        try {
            port = SerialPort.getCommPort(device);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException(trouble(request.port(), 0), e);
        }
        port.setComPortParameters(request.baudRate(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!port.openPort(0)) {
            throw new DeviceException(trouble(request.port(), port.getLastErrorCode()));
        }
        JSerialCommChannel channel = new JSerialCommChannel(request.port(), port, clock, open::remove);
        open.add(channel);
        return channel;
    }

    @Override
    public List<SerialPortInfo> list() {
        List<SerialPortInfo> ports = new ArrayList<>();
        for (SerialPort port : SerialPort.getCommPorts()) {
            String usb = port.getVendorID() < 0
                    ? ""
                    : String.format(Locale.ROOT, "%04x:%04x", port.getVendorID(), port.getProductID());
            ports.add(new SerialPortInfo(
                    port.getSystemPortPath().replace("\\\\.\\", ""),
                    known(port.getPortDescription()),
                    usb,
                    known(port.getSerialNumber()),
                    known(port.getManufacturer()),
                    usb.isEmpty() ? "" : known(port.getPortLocation())));
        }
        return ports;
    }

    private String trouble(String port, int code) {
        List<SerialPortInfo> there = list();
        return PortTrouble.of(port, code, there).text(there);
    }

    /** jSerialComm answers "Unknown" for what the system does not tell. */
    private static String known(String text) {
        return text == null || "Unknown".equalsIgnoreCase(text) ? "" : text;
    }

    /**
     * At the JVM's end jSerialComm closes every port at once, beside all other shutdown hooks. A robot may just be ending safe over
     * one, so its hook is made to wait for ours.
     */
    private synchronized void holdShutdown() {
        if (!hooked) {
            hooked = true;
            SerialPort.addShutdownHook(new Thread(this::awaitClosed, "tendon-serial-shutdown"));
        }
    }

    private void awaitClosed() {
        long deadline = real.nanoTime() + SHUTDOWN_WAIT_NS;
        try {
            while (!open.isEmpty() && real.nanoTime() - deadline < 0) {
                real.sleepUntil(real.nanoTime() + SHUTDOWN_POLL_NS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
