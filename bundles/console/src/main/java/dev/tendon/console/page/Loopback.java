/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where a page may be served: on an address of this machine that no other reaches. Thread: any. */
public final class Loopback {
    private static final String HERE = "127.0.0.1";
    private static final int LAST_PORT = 65535;

    private final String what;
    private final String portOption;

    /**
     * For messages.
     *
     * @param what would be seen by whoever reached it: {@code watch the robot}
     * @param portOption as the user spells it: {@code --display_port}
     */
    public Loopback(String what, String portOption) {
        this.what = what;
        this.portOption = portOption;
    }

    /** Opens something at an address. */
    public interface Opening<T> {
        T at(InetSocketAddress address) throws IOException;
    }

    /**
     * Opens it.
     *
     * @throws ConfigException where the address is not loopback's, or the port is taken or none
     */
    public <T> T open(Optional<String> host, Optional<Integer> givenPort, Opening<T> opening) throws IOException {
        int port = givenPort.orElse(0);
        if (port < 0 || port > LAST_PORT) {
            throw new ConfigException("The view's port is from 0 (a free one) to " + LAST_PORT + ", not " + port);
        }
        InetAddress address = address(host.orElse(HERE));
        try {
            return opening.at(new InetSocketAddress(address, port));
        } catch (BindException e) {
            throw new ConfigException(
                    "The view cannot be served on port " + port + " of " + address.getHostAddress() + ": "
                            + e.getMessage() + ". Choose another " + portOption
                            + ", or leave it out to take a free one",
                    e);
        }
    }

    private InetAddress address(String given) {
        String name = given.equals("localhost") ? HERE : given;
        Optional<InetAddress> address = literal(name);
        if (address.isEmpty() || !address.get().isLoopbackAddress()) {
            throw new ConfigException("The view is served on this machine's own address only (" + HERE
                    + " or ::1), not on \"" + given + "\": whoever reached it could " + what
                    + ". From another machine: ssh -L 8765:" + HERE + ":8765 and " + portOption + "=8765 here");
        }
        return address.get();
    }

    /** Of digits only: no name is looked up. */
    private static Optional<InetAddress> literal(String text) {
        if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
