/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.DeskDevice;
import dev.tendon.runtime.Devices;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Devices outside of sessions, and what happens to them when their bundle stops. Thread: any. */
@Component
public final class DefaultDevices implements Devices {
    /** Time for an interrupted device to end its work: to switch six motors off, each retried, on a poor cable. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Types types;
    private final Workshop workshop;
    private final Duration grace;
    private final Runnable onClose;
    private final Clock clock = new SystemClock();
    private final List<GuardedDevice<?>> made = new CopyOnWriteArrayList<>();

    /** By Declarative Services. */
    @Activate
    public DefaultDevices(BundleContext context, @Reference Choices choices) {
        ServiceTypes found = new ServiceTypes(context, this::gone);
        types = found;
        workshop = new Workshop(choices);
        grace = GRACE;
        onClose = found::close;
        found.open();
    }

    DefaultDevices(Types types, Choices choices, Duration grace) {
        this.types = types;
        this.workshop = new Workshop(choices);
        this.grace = grace;
        onClose = () -> {};
    }

    @Override
    public DeskDevice<Robot> robot(Chosen<RobotType<?>> chosen, String name, Dialog dialog) {
        TypeHandle handle = types.find(Kind.ROBOT, chosen.type());
        return keep(
                workshop.robot(handle, chosen, context(chosen, name, dialog)).mount());
    }

    @Override
    public DeskDevice<Teleoperator> teleoperator(Chosen<TeleoperatorType<?>> chosen, String name, Dialog dialog) {
        TypeHandle handle = types.find(Kind.TELEOPERATOR, chosen.type());
        return keep(workshop.teleoperator(handle, chosen, context(chosen, name, dialog)));
    }

    private HostContext context(Chosen<?> chosen, String name, Dialog dialog) {
        return new HostContext(chosen.type() + " \"" + name + "\"", clock, dialog);
    }

    private <D extends AutoCloseable> DeskDevice<D> keep(Mount<D> mount) {
        GuardedDevice<D> device = new GuardedDevice<>(mount, grace, made::remove);
        made.add(device);
        return device;
    }

    /** A choice vanishes while its bundle stops. */
    void gone(TypeHandle handle) {
        made.stream().filter(device -> device.handle() == handle).forEach(GuardedDevice::close);
    }

    @Deactivate
    void close() {
        made.forEach(GuardedDevice::close);
        onClose.run();
    }
}
