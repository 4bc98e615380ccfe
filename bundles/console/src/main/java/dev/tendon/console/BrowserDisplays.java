/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.console.page.Loopback;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionDisplays;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Shows sessions in the browser. Thread: any. */
@Component
public final class BrowserDisplays implements SessionDisplays {
    private static final Loopback WHERE = new Loopback("watch the robot", "--display_port");

    private final Clock clock = new SystemClock();
    private final Set<BrowserDisplay> open = ConcurrentHashMap.newKeySet();

    /** By Declarative Services. */
    @Activate
    public BrowserDisplays() {}

    @Override
    public SessionDisplay open(DisplayRequest request) throws IOException {
        BrowserDisplay[] made = new BrowserDisplay[1];
        made[0] = WHERE.open(
                request.address(),
                request.port(),
                at -> new BrowserDisplay(request, at, clock, () -> open.remove(made[0])));
        open.add(made[0]);
        return made[0];
    }

    /** Takes every view away; their sessions go on. */
    @Deactivate
    void close() {
        open.forEach(BrowserDisplay::close);
    }
}
