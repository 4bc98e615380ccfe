/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.robot.HasCameras;
import dev.tendon.api.robot.HasRanges;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Trajectory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens one session. Everything is made and compared before anything is connected: what does not fit is told before anything
 * moves. Owner: the thread that opens.
 */
final class Opening {
    private final Types types;
    private final Workshop workshop;
    private final SessionRequest request;
    private final Limits limits;
    private final Clock clock;
    private final Events events;
    private final Watch watch = new Watch();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Deque<Seat<?>> filled = new ArrayDeque<>();

    Opening(Types types, Workshop workshop, SessionRequest request, Limits limits) {
        this.types = types;
        this.workshop = workshop;
        this.request = request;
        this.limits = limits;
        clock = request.loop().simulatedTime() ? new SimulatedClock(0) : new SystemClock();
        events = new Events(request.name(), request.listener());
    }

    /**
     * Opens it.
     *
     * @param closed is told when its devices are closed
     */
    DefaultSession open(Consumer<DefaultSession> closed) throws DeviceException, InterruptedException {
        boolean opened = false;
        events.start();
        try {
            DefaultSession session = openOrFail(closed);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                closeAll();
            }
        }
    }

    private void closeAll() {
        for (Seat<?> seat : filled) {
            Mount<?> mount = seat.mount();
            if (mount != null) {
                mount.closeQuietly(limits.close());
            }
        }
        events.close();
    }

    private DefaultSession openOrFail(Consumer<DefaultSession> closed) throws DeviceException, InterruptedException {
        Seat<Robot> seat = new Seat<>(Kind.ROBOT, armLabel(request.robot(), request.name()), request.robot());
        Workshop.MadeRobot made = workshop.robot(find(seat), seat.chosen(), context(seat));
        fill(seat, made.mount());
        Robot robot = made.mount().device();
        List<Feature> pictures = new ArrayList<>();
        List<Seat<Camera>> cameras = cameras(made.config(), pictures);
        Features observation = withPictures(robot, pictures, seat.label());
        Features action = actionFeatures(robot, seat.label());
        Workshop.Brief brief = brief(observation, action);
        Driven driven = driven(request.drive(), seat.label(), brief);

        connectAll(seat, cameras, driven.teleoperator());
        Optional<JointRanges> ranges = ranges(robot, action);
        if (ranges.isPresent() && driven.source() instanceof PolicySource source) {
            source.trainedRange(action.layout())
                    .ifPresent(trained -> TrainedRange.check(trained, ranges.get(), action));
        }
        Rig rig = new Rig(
                seat,
                cameras,
                robot.observationFeatures().layout().images().size(),
                driven.source(),
                driven.seat(),
                observation,
                action,
                request.loop(),
                clock,
                new SystemClock(),
                events,
                watch,
                stopping);
        return new DefaultSession(request.name(), rig, limits, ranges, workshop, brief, tap(rig), closed);
    }

    private Workshop.Brief brief(Features observation, Features action) {
        Drive.ByPolicy by = request.drive() instanceof Drive.ByPolicy policy ? policy : null;
        return new Workshop.Brief(
                by == null ? observation : Renaming.of(by.renames()).apply(observation),
                action,
                request.loop().fps() / (by == null ? 1 : by.multiplier()),
                by == null ? "" : by.task(),
                clock,
                request.loop().simulatedTime(),
                new SystemClock(),
                new PlanFigures(action.layout().values()));
    }

    private Optional<Tap> tap(Rig rig) {
        return request.tapTicks() == 0
                ? Optional.empty()
                : Optional.of(new Tap(
                        request.tapTicks(),
                        rig.observation().layout(),
                        rig.action().layout(),
                        clock));
    }

    /** What drives, and who sits there. */
    private record Driven(ActionSource source, @Nullable Seat<?> seat, @Nullable Seat<Teleoperator> teleoperator) {}

    private Driven driven(Drive drive, String robot, Workshop.Brief brief) throws InterruptedException {
        if (drive instanceof Drive.ByTeleoperator by) {
            return teleoperated(by, robot, brief.actionFeatures());
        }
        if (drive instanceof Drive.ByPolicy by) {
            return decided(by, brief);
        }
        Trajectory trajectory = ((Drive.ByTrajectory) drive).trajectory();
        int[] slots =
                Matching.match("the trajectory", Matching.values(trajectory.names()), robot, brief.actionFeatures());
        int[] observed = Matching.observedSlots(brief.actionFeatures(), brief.observationFeatures());
        return new Driven(new TrajectorySource(trajectory, brief.fps(), slots, observed), null, null);
    }

    private Driven teleoperated(Drive.ByTeleoperator by, String robot, Features action) {
        Seat<Teleoperator> seat = new Seat<>(Kind.TELEOPERATOR, armLabel(by.teleop(), request.name()), by.teleop());
        Mount<Teleoperator> mount = workshop.teleoperator(find(seat), seat.chosen(), context(seat));
        fill(seat, mount);
        Features given = mount.device().actionFeatures();
        int[] slots = Matching.match(seat.label(), Matching.values(given), robot, action);
        return new Driven(new TeleoperatorSource(seat, given, slots, watch), seat, seat);
    }

    private Driven decided(Drive.ByPolicy by, Workshop.Brief brief) throws InterruptedException {
        Seat<Planner> seat = new Seat<>(Kind.POLICY, label(by.policy(), request.name()), by.policy());
        Mount<Planner> mount = workshop.policy(find(seat), seat.chosen(), context(seat), brief);
        fill(seat, mount);
        mount.device().awaitWarm();
        PolicySource source = new PolicySource(
                seat, brief.actionFeatures().layout(), by.multiplier(), watch, stopping::get, brief.figures());
        return new Driven(source, seat, null);
    }

    private List<Seat<Camera>> cameras(Record config, List<Feature> pictures) {
        List<Seat<Camera>> cameras = new ArrayList<>();
        if (config instanceof HasCameras has) {
            has.cameras().forEach((name, chosen) -> {
                Seat<Camera> seat = new Seat<>(Kind.CAMERA, label(chosen, name), chosen);
                Mount<Camera> mount = workshop.camera(find(seat), chosen, context(seat));
                fill(seat, mount);
                pictures.add(mount.device().feature(name));
                cameras.add(seat);
            });
        }
        return cameras;
    }

    private static Features withPictures(Robot robot, List<Feature> pictures, String label) {
        try {
            return robot.observationFeatures().plus(pictures);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    label + ": a camera has the name of something that the robot observes: " + e.getMessage(), e);
        }
    }

    private static Features actionFeatures(Robot robot, String label) {
        Features action = robot.actionFeatures();
        if (action.layout().values() == 0) {
            throw new ConfigException(label + " takes no action: a session would have nothing to do");
        }
        return action;
    }

    private void connectAll(Seat<Robot> robot, List<Seat<Camera>> cameras, @Nullable Seat<Teleoperator> teleoperator)
            throws DeviceException, InterruptedException {
        connect(robot, mounted(robot)::connect); // first: a camera may look at it
        try (Beside beside = new Beside()) {
            for (Seat<Camera> camera : cameras) {
                beside.begin("tendon-opening-" + camera.label(), () -> connect(camera, mounted(camera)::connect));
            }
            if (teleoperator != null) {
                connect(teleoperator, mounted(teleoperator)::connect);
            }
            beside.await();
        }
    }

    private void connect(Seat<?> seat, Guard.Body body) throws DeviceException, InterruptedException {
        Mount<?> mount = seat.mount();
        if (mount == null) {
            throw new DeviceException(seat.label() + " vanished while it connected: its bundle was stopped");
        }
        try {
            new Guard(mount.context()).call("connect", limits.connect(), body);
        } catch (Guard.HungException e) {
            seat.mount(null); // its driver is still in connect: nobody may meet it there
            mount.handle().release();
            throw e;
        }
        events.post(SessionEvent.Kind.CONNECTED, -1, seat.label() + " is connected");
    }

    private static Optional<JointRanges> ranges(Robot robot, Features action) {
        if (!(robot instanceof HasRanges has)) {
            return Optional.empty();
        }
        FrameBuffer low = new FrameBuffer(action.layout());
        FrameBuffer high = new FrameBuffer(action.layout());
        has.ranges(low, high);
        double[] lows = new double[action.layout().values()];
        double[] highs = new double[lows.length];
        low.copyValues(lows);
        high.copyValues(highs);
        return Optional.of(JointRanges.of(lows, highs));
    }

    private <D extends AutoCloseable> void fill(Seat<D> seat, Mount<D> mount) {
        seat.mount(mount);
        filled.push(seat);
    }

    private static <D extends AutoCloseable> D mounted(Seat<D> seat) throws DeviceException {
        Mount<D> mount = seat.mount();
        if (mount == null) {
            throw new DeviceException(seat.label() + " vanished while it connected: its bundle was stopped");
        }
        return mount.device();
    }

    private HostContext context(Seat<?> seat) {
        return new HostContext(seat.label(), clock, request.dialog());
    }

    private TypeHandle find(Seat<?> seat) {
        return types.find(seat.kind(), seat.chosen().type());
    }

    /** Two arms of one type are told apart by the ids that the user gave them. */
    private static String armLabel(Chosen<?> chosen, String session) {
        return label(chosen, chosen.options().get("id") instanceof String id && !id.isBlank() ? id : session);
    }

    private static String label(Chosen<?> chosen, String name) {
        return chosen.type() + " \"" + name + "\"";
    }
}
