/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.robot.Robot;

/**
 * Two joints that are where they were sent, one tick later. What it does beside is set by the test, in fields that are read by
 * its later versions, too, since they all work on one {@link World}.
 */
class FakeRobot implements Robot, Adoptable {
    static final Features FEATURES =
            Features.of(Feature.scalar("a.pos", Units.DEGREES), Feature.scalar("b.pos", Units.DEGREES));

    final World world;
    final DeviceContext context;
    FakeLease lease;

    FakeRobot(World world, DeviceContext context) {
        this.world = world;
        this.context = context;
    }

    @Override
    public Features observationFeatures() {
        return FEATURES;
    }

    @Override
    public Features actionFeatures() {
        return FEATURES;
    }

    @Override
    public void connect() throws DeviceException {
        lease = new FakeLease(world.bus, context);
        world.log("connect");
        world.onConnect.act(this);
        world.torque = true;
    }

    @Override
    public void observe(FrameWriter out) throws DeviceException {
        world.observations++;
        world.onObserve.act(this);
        out.value(0, world.a);
        out.value(1, world.b);
    }

    @Override
    public void send(Frame wanted, FrameWriter sent) throws DeviceException {
        world.onSend.act(this);
        world.a = wanted.value(0);
        world.b = wanted.value(1);
        world.record(wanted.value(0));
        sent.value(0, wanted.value(0));
        sent.value(1, wanted.value(1));
    }

    @Override
    public HandOver handOver() {
        return HandOver.ofState("torque=" + world.torque);
    }

    @Override
    public void adopt(HandOver from) throws DeviceException {
        world.onAdopt.act(this);
        lease = from.lease(FakeLease.class);
        world.log("adopt " + from.state());
    }

    @Override
    public void close() {
        try {
            world.onClose.act(this);
        } catch (DeviceException e) {
            throw new IllegalStateException(e);
        }
        if (lease != null && lease.valid()) {
            world.torque = false;
            lease.close();
            world.log("close");
        }
    }
}
