/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.sim;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.sim.SimServer;
import dev.tendon.sim.Simulator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon sim serve}: an arm on a pseudo-terminal until Ctrl-C. The first line on stdout is the device. */
@Component(service = Verb.class)
@VerbName("sim serve")
@VerbGroup("Setting up")
public final class ServeVerb implements Verb<ServeOptions> {
    private static final long LOOK_NS = 50_000_000;

    private final Simulator simulator;
    private final Clock clock = new SystemClock();

    @Activate
    public ServeVerb(@Reference Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public int run(ServeOptions options, Console console) throws Exception {
        try (SimServer server = simulator.serve(options.address(), options.leader(), options.link(), clock)) {
            console.out(server.device());
            console.jsonNow(json(options, server));
            console.err("A simulated SO-101 " + options.arm() + " answers there. Ctrl-C ends it.");
            watch(server, console);
            return DONE;
        } catch (InterruptedException e) {
            return DONE; // Ctrl-C is how it ends
        }
    }

    private static Map<String, Object> json(ServeOptions options, SimServer server) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("device", server.device());
        json.put("link", options.link().map(Object::toString).orElse(null));
        json.put("arm", options.arm());
        json.put("port", options.address());
        return json;
    }

    private void watch(SimServer server, Console console) throws Exception {
        String device = server.device();
        while (server.failure().isEmpty()) {
            clock.sleepUntil(clock.nanoTime() + LOOK_NS);
            String now = server.device();
            if (!now.equals(device)) {
                console.err(now.isEmpty() ? "The plug is out." : "The plug is back: " + now);
                device = now;
            }
        }
        throw server.failure().get();
    }
}
