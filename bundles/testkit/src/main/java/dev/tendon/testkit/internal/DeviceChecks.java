/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.option.ConfigException;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.Check.Body;
import dev.tendon.testkit.TryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every robot, teleoperator and camera promises. */
final class DeviceChecks<D extends Device> {
    private static final Duration ALL = Duration.ofSeconds(60);
    private static final Duration CREATE = Duration.ofSeconds(2);
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String subject;
    private final TryOptions options;
    private final Device.Maker<D> maker;
    private final List<Check> checks = new ArrayList<>();

    DeviceChecks(String subject, TryOptions options, Device.Maker<D> maker) {
        this.subject = subject;
        this.options = options;
        this.maker = maker;
    }

    /** A check on a device that is there. */
    @FunctionalInterface
    interface Present<D> {
        void run(D device) throws Exception;
    }

    List<Check> checks() {
        return checks;
    }

    void common() {
        add(
                "create",
                "create makes one without any I/O: it leases nothing, leaves no thread and returns at once",
                this::create);
        add("features", "features are there before connect, and are the same always", this::features);
        add(
                "absent",
                "where the device is absent, connect says so by an exception, soon, and leaves nothing open",
                this::absent);
        connected("connect", "connect does nothing when connected already", device -> {
            device.connect();
            device.tick();
        });
        add("threads", "one thread connects, another one ticks, a third one closes", this::threads);
        add("close", "close is idempotent, and may come without connect or after a failed one", this::close);
        add("release", "close releases everything: leases, threads, sockets and files", this::release);
    }

    void add(String id, String promise, Body body) {
        checks.add(new Check(id, subject, promise, ALL, body));
    }

    /** A check on a connected device, which is closed afterwards. All in one thread. */
    void connected(String id, String promise, Present<D> body) {
        add(id, promise, () -> {
            D device = maker.make(present(), new Desk());
            try {
                connect(device);
                body.run(device);
            } finally {
                device.close();
            }
        });
    }

    private Map<String, Object> present() throws NotTried {
        return options.present()
                .orElseThrow(
                        () -> new NotTried(
                                "It needs options with which the device is there, such as a simulated one: --present=\"{port: …}\"."));
    }

    private Map<String, Object> any() throws NotTried {
        Optional<Map<String, Object>> any = options.present().or(options::absent);
        return any.orElseThrow(() -> new NotTried(
                "It needs options, of a device that is there (--present=\"{…}\") or not (--absent=\"{…}\")."));
    }

    /** Makes one; where the options are guessed and what they name is looked for at once, there is nothing to be seen. */
    private D make(Map<String, Object> given, Desk desk) throws NotTried {
        try {
            return maker.make(given, desk);
        } catch (ConfigException e) {
            if (options.present().isPresent() && options.given()) {
                throw e;
            }
            throw new NotTried("With " + given
                    + " there is none; give options with which there is (--present=\"{…}\"): " + e.getMessage());
        }
    }

    private void connect(D device) throws Exception {
        try {
            device.connect();
        } catch (DeviceException | ConfigException e) {
            if (options.given()) {
                throw new Violation("With the options for a device that is there, connect fails: " + e.getMessage());
            }
            throw new NotTried("With " + options.present().orElse(Map.of())
                    + " it does not connect; give options with which it does (--present=\"{…}\"): " + e.getMessage());
        }
    }

    private void create() throws Exception {
        Map<String, Object> given = any();
        Marker first = new Marker(Thread.currentThread().getContextClassLoader());
        Bounded.run("tendon-verify-first", CONNECT, first, () -> make(given, new Desk())
                .close()); // classes are loaded, what host bundles keep for good is there
        first.livingAfter(GRACE.multipliedBy(2));
        Desk desk = new Desk();
        Marker marker = new Marker(Thread.currentThread().getContextClassLoader());
        List<D> made = new ArrayList<>();
        Bounded.run("tendon-verify-create", CREATE, marker, () -> made.add(maker.make(given, desk)));
        try {
            Violation.unless(desk.held().isEmpty(), "It holds a lease on " + desk.held() + " before connect.");
            List<Thread> started = marker.livingAfter(GRACE);
            Violation.unless(started.isEmpty(), "It started " + names(started) + " before connect, which goes on.");
        } finally {
            made.get(0).close();
        }
    }

    private void features() throws Exception {
        Map<String, Object> given = any();
        D one = make(given, new Desk());
        D other = make(given, new Desk());
        try {
            List<Features> first = one.features();
            same(first, one.features(), "asked twice before connect");
            same(first, other.features(), "of two instances with the same options");
            Violation.unless(
                    !first.get(first.size() - 1).list().isEmpty(),
                    "It has no features; there is nothing to move or show.");
            if (options.present().isPresent()) {
                connect(one);
                same(first, one.features(), "before and after connect");
                one.tick();
                same(first, one.features(), "before and after the first tick");
            }
        } catch (NotTried tried) {
            return; // what can be seen without a device is as promised
        } finally {
            one.close();
            other.close();
        }
    }

    private static void same(List<Features> a, List<Features> b, String when) throws Violation {
        for (int i = 0; i < a.size(); i++) {
            List<String> differences = a.get(i).differences(b.get(i));
            Violation.unless(
                    differences.isEmpty(), "Features " + when + " differ: " + String.join(", ", differences) + ".");
        }
    }

    private void absent() throws Exception {
        Map<String, Object> given = options.absent()
                .orElseThrow(
                        () -> new NotTried(
                                "It needs options with which the device is not there: --absent=\"{port: /dev/no-such-port}\"."));
        Marker marker = new Marker(Thread.currentThread().getContextClassLoader());
        Desk desk = new Desk();
        List<D> made = new ArrayList<>();
        try {
            Bounded.run("tendon-verify-absent", CONNECT, marker, () -> refused(given, desk, made));
        } finally {
            for (D device : made) {
                Bounded.run("tendon-verify-close", CLOSE, device::close);
            }
        }
        nothingLeft(desk, marker, "After a failed connect");
    }

    private void refused(Map<String, Object> given, Desk desk, List<D> made) throws Violation {
        try {
            D device = maker.make(given, desk);
            made.add(device);
            device.connect();
        } catch (DeviceException | ConfigException e) {
            Violation.unless(
                    e.getMessage() != null && !e.getMessage().isBlank(),
                    "It throws a " + e.getClass().getSimpleName()
                            + " without a message: say which device, what happened and what to do now.");
            Violation.unless(desk.held().isEmpty(), "After a failed connect it still holds " + desk.held() + ".");
            return;
        } catch (RuntimeException e) {
            throw new Violation("It throws " + Words.unexpected(e)
                    + " instead of a DeviceException that says which device, what happened and what to do now.");
        }
        throw new Violation("With " + given + " it connects to a device that is not there.");
    }

    private void threads() throws Exception {
        D device = maker.make(present(), new Desk());
        try {
            Bounded.run("tendon-verify-session", CONNECT, () -> connect(device));
            for (int i = 0; i < 5; i++) {
                Bounded.run("tendon-verify-control", TICK, device::tick);
            }
        } finally {
            Bounded.run("tendon-verify-other", CLOSE, device::close);
        }
    }

    private void close() throws Exception {
        D never = make(any(), new Desk());
        never.close();
        never.close();
        if (options.absent().isPresent()) {
            D failed = null;
            try {
                failed = maker.make(options.absent().get(), new Desk());
                failed.connect();
            } catch (DeviceException | RuntimeException expected) {
                // the check "absent" says whether it is the right one
            } finally {
                if (failed != null) {
                    failed.close();
                }
            }
        }
        if (options.present().isPresent()) {
            D device = maker.make(present(), new Desk());
            try {
                connect(device);
            } catch (NotTried e) {
                return;
            } finally {
                device.close();
            }
            device.close();
        }
    }

    private void release() throws Exception {
        Map<String, Object> given = present();
        life(given, new Desk(), new Marker(Thread.currentThread().getContextClassLoader()));
        Map<String, Integer> before = Handles.open();
        Desk desk = new Desk();
        Marker marker = new Marker(Thread.currentThread().getContextClassLoader());
        life(given, desk, marker);
        nothingLeft(desk, marker, "After close");
        List<String> more = Handles.more(before, Handles.open());
        Violation.unless(more.isEmpty(), "After close it still has open: " + String.join(", ", more) + ".");
    }

    private void life(Map<String, Object> given, Desk desk, Marker marker) throws Exception {
        Bounded.run("tendon-verify-life", ALL, marker, () -> {
            D device = maker.make(given, desk);
            try {
                connect(device);
                for (int i = 0; i < 5; i++) {
                    device.tick();
                }
            } finally {
                device.close();
            }
        });
    }

    private static void nothingLeft(Desk desk, Marker marker, String when) throws Violation, InterruptedException {
        Violation.unless(desk.held().isEmpty(), when + " it still holds " + desk.held() + ".");
        List<Thread> living = marker.livingAfter(GRACE);
        Violation.unless(living.isEmpty(), when + " " + names(living) + " still lives: join your threads in close.");
    }

    private static String names(List<Thread> threads) {
        return String.join(
                ", ",
                threads.stream()
                        .map(thread -> "thread \"" + thread.getName() + "\"")
                        .toList());
    }
}
