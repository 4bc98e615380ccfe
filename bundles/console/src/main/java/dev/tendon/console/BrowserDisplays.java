/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionDisplays;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Shows sessions in the browser. Thread: any. */
@Component
public final class BrowserDisplays implements SessionDisplays {
    private static final String HERE = "127.0.0.1";
    private static final int LAST_PORT = 65535;

    private final Clock clock = new SystemClock();
    private final Set<BrowserDisplay> open = ConcurrentHashMap.newKeySet();

    /** By Declarative Services. */
    @Activate
    public BrowserDisplays() {}

    @Override
    public SessionDisplay open(DisplayRequest request) throws IOException {
        int port = request.port().orElse(0);
        if (port < 0 || port > LAST_PORT) {
            throw new ConfigException("The view's port is from 0 (a free one) to " + LAST_PORT + ", not " + port);
        }
        InetAddress address = loopback(request.address().orElse(HERE));
        BrowserDisplay[] made = new BrowserDisplay[1];
        try {
            made[0] = new BrowserDisplay(
                    request, new InetSocketAddress(address, port), clock, () -> open.remove(made[0]));
        } catch (BindException e) {
            throw new ConfigException(
                    "The view cannot be served on port " + port + " of " + address.getHostAddress() + ": "
                            + e.getMessage() + ". Choose another --display_port, or leave it out to take a free one",
                    e);
        }
        open.add(made[0]);
        return made[0];
    }

    private static InetAddress loopback(String given) {
        String name = given.equals("localhost") ? HERE : given;
        Optional<InetAddress> address = literal(name);
        if (address.isEmpty() || !address.get().isLoopbackAddress()) {
            throw new ConfigException("The view is served on this machine's own address only (" + HERE
                    + " or ::1), not on \""
                    + given + "\": whoever reached it could watch the robot. From another machine: ssh -L 8765:" + HERE
                    + ":8765 and --display_port=8765 here");
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

    /** Takes every view away; their sessions go on. */
    @Deactivate
    void close() {
        open.forEach(BrowserDisplay::close);
    }
}
