/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial;

import java.util.Objects;

/**
 * Which port is wanted, and how.
 *
 * @param port as the user wrote it: {@code /dev/ttyACM0}, {@code COM3}, {@code sim:left}
 * @param baudRate in bits per second; always 8 data bits, no parity, 1 stop bit
 * @param peer what the driver expects at the other end, as the name of its choice: {@code so101_follower}. Only simulators use it
 */
public record SerialRequest(String port, int baudRate, String peer) {
    public SerialRequest {
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(peer, "peer");
        if (baudRate <= 0) {
            throw new IllegalArgumentException("A baud rate is positive: " + baudRate);
        }
    }
}
