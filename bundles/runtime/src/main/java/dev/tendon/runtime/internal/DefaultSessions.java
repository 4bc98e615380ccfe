/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.choice.Choices;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.swap.SwapParticipant;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The running sessions, and what happens to them when bundles come and go. Thread: any. */
@Component(
        service = {Sessions.class, SwapParticipant.class},
        immediate = true)
public final class DefaultSessions implements Sessions, SwapParticipant {
    /** How long to wait for a choice of a bundle that has just started, and for a session that is just opening. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long NAP_NS = 5_000_000;

    private final Types types;
    private final Workshop workshop;
    private final Function<SessionRequest, Limits> limits;
    private final Runnable onClose;
    private final Clock real = new SystemClock();
    private final List<DefaultSession> sessions = new CopyOnWriteArrayList<>();
    private final Object openingLock = new Object();
    private int opening;

    /** By Declarative Services. */
    @Activate
    public DefaultSessions(BundleContext context, @Reference Choices choices) {
        ServiceTypes found = new ServiceTypes(context, this::gone);
        types = found;
        workshop = new Workshop(choices);
        limits = request -> Limits.of(request.loop().watchdog());
        onClose = found::close;
        found.open();
    }

    DefaultSessions(Types types, Choices choices, Function<SessionRequest, Limits> limits) {
        this.types = types;
        this.workshop = new Workshop(choices);
        this.limits = limits;
        onClose = () -> {};
    }

    @Override
    public Session open(SessionRequest request) throws DeviceException, InterruptedException {
        synchronized (openingLock) {
            opening++;
        }
        try {
            DefaultSession session =
                    new Opening(types, workshop, request, limits.apply(request)).open(sessions::remove);
            session.start();
            sessions.add(session);
            for (Seat<?> seat : session.seats()) {
                Mount<?> mount = seat.mount();
                if (mount != null && !types.all(seat.kind()).contains(mount.handle())) {
                    gone(mount.handle()); // it vanished while nobody knew of the session
                }
            }
            return session;
        } finally {
            synchronized (openingLock) {
                opening--;
                openingLock.notifyAll();
            }
        }
    }

    /** Ends every session, safe. */
    @Deactivate
    void close() {
        sessions.forEach(DefaultSession::stop);
        sessions.forEach(DefaultSession::close);
        onClose.run();
    }

    @Override
    public List<String> swap(long oldBundleId, long newBundleId) throws SwapRefusedException {
        awaitNobodyOpens();
        List<Replacement<?>> prepared = new ArrayList<>();
        int exchanged = 0;
        try {
            for (DefaultSession session : sessions) {
                prepare(session, oldBundleId, newBundleId, prepared);
            }
            List<String> lines = new ArrayList<>();
            for (Replacement<?> replacement : prepared) {
                exchanged++;
                if (replacement.exchange()) {
                    lines.add(replacement.line());
                }
            }
            prepared.forEach(Replacement::retire);
            prepared.forEach(Replacement::discard);
            return lines;
        } catch (SwapRefusedException | RuntimeException | Error e) {
            for (int i = exchanged - 2; i >= 0; i--) {
                undo(prepared.get(i), e);
            }
            prepared.forEach(Replacement::discard);
            throw e;
        }
    }

    private static void undo(Replacement<?> replacement, Throwable why) {
        try {
            replacement.undo();
        } catch (SwapRefusedException e) {
            why.addSuppressed(e);
        }
    }

    private void prepare(DefaultSession session, long oldBundleId, long newBundleId, List<Replacement<?>> prepared)
            throws SwapRefusedException {
        for (Seat<?> seat : session.seats()) {
            Mount<?> mount = seat.mount();
            if (mount != null && mount.handle().bundleId() == oldBundleId) {
                TypeHandle successor = awaitSuccessor(seat, newBundleId)
                        .orElseThrow(() -> new SwapRefusedException(session.name() + ": " + seat.label() + " stays on "
                                + mount.handle().bundle() + ", because the new version does not offer "
                                + seat.kind().word() + " \"" + seat.chosen().type() + "\""));
                prepared.add(session.prepare(seat, successor));
            }
        }
    }

    /** A bundle that has just started may take a moment to offer its choices. */
    private Optional<TypeHandle> awaitSuccessor(Seat<?> seat, long bundleId) {
        long deadline = real.nanoTime() + PATIENCE.toNanos();
        Optional<TypeHandle> found = types.of(seat.kind(), seat.chosen().type(), bundleId);
        while (found.isEmpty() && real.nanoTime() - deadline < 0) {
            try {
                real.sleepUntil(real.nanoTime() + NAP_NS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            found = types.of(seat.kind(), seat.chosen().type(), bundleId);
        }
        return found;
    }

    /** A session that is just opening may have chosen already: it is awaited, so that it is not forgotten. */
    private void awaitNobodyOpens() throws SwapRefusedException {
        long deadline = real.nanoTime() + PATIENCE.toNanos();
        synchronized (openingLock) {
            while (opening > 0) {
                long leftMs = (deadline - real.nanoTime()) / 1_000_000;
                if (leftMs <= 0) {
                    throw new SwapRefusedException("A session is just being opened; try again when it runs");
                }
                try {
                    openingLock.wait(leftMs);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new SwapRefusedException("The exchange was interrupted");
                }
            }
        }
    }

    /** A choice vanishes while its bundle stops. */
    void gone(TypeHandle handle) {
        for (DefaultSession session : sessions) {
            for (Seat<?> seat : session.seats()) {
                Mount<?> mount = seat.mount();
                if (mount != null && mount.handle() == handle && !succeeded(session, seat)) {
                    session.vacate(seat, gone(session, seat, mount));
                }
            }
        }
    }

    private static String gone(DefaultSession session, Seat<?> seat, Mount<?> mount) {
        return session.name() + ": " + seat.label() + " has gone with "
                + mount.handle().bundle()
                + switch (seat.kind()) {
                    case ROBOT -> "; the session ends";
                    case CAMERA -> "; its picture is empty from now on";
                    case TELEOPERATOR, POLICY -> "; the last goal stays";
                };
    }

    /** Whether another bundle that offers the same choice could take over. */
    private boolean succeeded(DefaultSession session, Seat<?> seat) {
        Optional<TypeHandle> successor = types.best(seat.kind(), seat.chosen().type());
        if (successor.isEmpty()) {
            return false;
        }
        Replacement<?> replacement;
        try {
            replacement = session.prepare(seat, successor.get());
        } catch (SwapRefusedException e) {
            return false;
        }
        try {
            replacement.exchange();
            replacement.retire();
            return true;
        } catch (SwapRefusedException e) {
            return false;
        } finally {
            replacement.discard();
        }
    }

    /** For tests: what runs. */
    List<DefaultSession> running() {
        return List.copyOf(sessions);
    }
}
