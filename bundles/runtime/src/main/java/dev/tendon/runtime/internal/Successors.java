/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.teleoperator.Teleoperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and prepares successors for a session's devices, off the loop. What cannot take over is refused, in words. Thread: any but the control thread. */
final class Successors {
    private static final Logger LOG = LoggerFactory.getLogger(Successors.class);

    private final DefaultSession session;
    private final Rig rig;
    private final Limits limits;
    private final Workshop workshop;
    private final Workshop.Brief brief;

    Successors(DefaultSession session, Rig rig, Limits limits, Workshop workshop, Workshop.Brief brief) {
        this.session = session;
        this.rig = rig;
        this.limits = limits;
        this.workshop = workshop;
        this.brief = brief;
    }

    /**
     * Makes and prepares one for {@code seat}.
     *
     * @throws SwapRefusedException where it cannot take over; nothing has changed then
     */
    Replacement<?> prepare(Seat<?> seat, TypeHandle successor) throws SwapRefusedException {
        return switch (seat.kind()) {
            case ROBOT -> robot(successor);
            case TELEOPERATOR -> teleoperator(cast(seat), successor);
            case POLICY -> policy(cast(seat), successor);
            case CAMERA -> camera(cast(seat), successor);
        };
    }

    @SuppressWarnings("unchecked") // a seat's kind says whose it is
    private static <D extends AutoCloseable> Seat<D> cast(Seat<?> seat) {
        return (Seat<D>) seat;
    }

    private Replacement<?> robot(TypeHandle successor) throws SwapRefusedException {
        var seat = rig.robot();
        return device(
                seat,
                Watch.ROBOT,
                successor,
                context -> workshop.robot(successor, seat.chosen(), context).mount(),
                (former, next) -> {
                    List<String> lines =
                            new ArrayList<>(former.observationFeatures().differences(next.observationFeatures()));
                    lines.addAll(former.actionFeatures().differences(next.actionFeatures()));
                    return lines;
                });
    }

    private Replacement<?> teleoperator(Seat<Teleoperator> seat, TypeHandle successor) throws SwapRefusedException {
        return device(
                seat,
                Watch.TELEOPERATOR,
                successor,
                context -> workshop.teleoperator(successor, seat.chosen(), context),
                (former, next) -> former.actionFeatures().differences(next.actionFeatures()));
    }

    private Replacement<?> camera(Seat<Camera> seat, TypeHandle successor) throws SwapRefusedException {
        return device(
                seat,
                Watch.CAMERA + rig.cameras().indexOf(seat),
                successor,
                context -> workshop.camera(successor, seat.chosen(), context),
                (former, next) ->
                        Features.of(former.feature("picture")).differences(Features.of(next.feature("picture"))));
    }

    /** Makes an instance for a context. */
    @FunctionalInterface
    private interface Maker<D extends AutoCloseable> {
        Mount<D> make(HostContext context);
    }

    private <D extends AutoCloseable> Replacement<D> device(
            Seat<D> seat, int stage, TypeHandle successor, Maker<D> maker, BiFunction<D, D, List<String>> differences)
            throws SwapRefusedException {
        Mount<D> former = former(seat);
        String stays = stays(former, successor);
        Mount<D> next = make(former, maker, stays);
        closingUnlessDone(next, stays, () -> {
            if (!(former.device() instanceof Adoptable) || !(next.device() instanceof Adoptable adopting)) {
                throw new SwapRefusedException(
                        stays
                                + "cannot take over while the session runs: one of the two does not know how. It is used at the next start.");
            }
            List<String> lines = differences.apply(former.device(), next.device());
            if (!lines.isEmpty()) {
                throw new SwapRefusedException(stays + "has other features: " + String.join("; ", lines));
            }
            new Guard(next.context()).call("prepare", limits.connect(), adopting::prepare);
        });
        return new Replacement<>(session, seat, former, next, (from, to) -> new AdoptExchange<>(seat, stage, from, to));
    }

    private Replacement<Planner> policy(Seat<Planner> seat, TypeHandle successor) throws SwapRefusedException {
        if (!(rig.source() instanceof PolicySource source)) {
            throw new IllegalStateException(seat.label() + " does not drive");
        }
        Mount<Planner> former = former(seat);
        String stays = stays(former, successor);
        Mount<Planner> next = make(former, context -> workshop.policy(successor, seat.chosen(), context, brief), stays);
        closingUnlessDone(next, stays, () -> {
            if (!next.device().awaitWarm(limits.firstPlan())) {
                throw new SwapRefusedException(
                        stays + "did not get ready within " + limits.firstPlan().toMillis() + " ms");
            }
        });
        return new Replacement<>(session, seat, former, next, (from, to) -> new PolicyExchange(source, seat, from, to));
    }

    /** A step of a preparation. */
    @FunctionalInterface
    private interface Step {
        void run() throws SwapRefusedException, DeviceException, InterruptedException;
    }

    private void closingUnlessDone(Mount<?> next, String stays, Step step) throws SwapRefusedException {
        boolean done = false;
        try {
            step.run();
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwapRefusedException(stays + "was interrupted while it prepared");
        } catch (DeviceException | RuntimeException | LinkageError e) {
            LOG.debug("{}", stays, e);
            throw new SwapRefusedException(stays + "could not prepare: " + Texts.of(e));
        } finally {
            if (!done) {
                next.closeQuietly(limits.close());
            }
        }
    }

    private String stays(Mount<?> former, TypeHandle successor) {
        return session.name() + ": " + former.label() + " stays on "
                + former.handle().bundle() + ", because " + successor.bundle() + " ";
    }

    private static <D extends AutoCloseable> Mount<D> former(Seat<D> seat) throws SwapRefusedException {
        Mount<D> former = seat.mount();
        if (former == null) {
            throw new SwapRefusedException(seat.label() + " has gone meanwhile");
        }
        return former;
    }

    private <D extends AutoCloseable> Mount<D> make(Mount<D> former, Maker<D> maker, String stays)
            throws SwapRefusedException {
        HostContext context =
                new HostContext(former.label(), rig.clock(), former.context().dialog());
        try {
            return maker.make(context);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("{}", stays, e);
            // Text only: the exception could keep the refused version's classes.
            throw new SwapRefusedException(stays + "could not be made: " + Texts.of(e));
        }
    }
}
