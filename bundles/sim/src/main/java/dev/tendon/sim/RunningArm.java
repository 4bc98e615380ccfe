/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.feetech.InstructionDecoder;
import dev.tendon.feetech.Register;
import dev.tendon.sim.scene.Scene;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An arm that somebody has open: its servos, the wire to them, its plug, and what goes wrong. Thread: any; a lock covers what the
 * servos do, never a wait. Allocates nothing on the tick; a named arm's EEPROM goes to disk in the call that changes it.
 */
final class RunningArm implements SimulatedArm {
    private static final long PAUSE_NS = 2_000_000;

    private final String port;
    private final SimArm kind;
    private final Clock clock;
    private final ServoBus bus;
    private final List<ControlTable> tables;
    private final FaultPlan plan;
    private final Plug plug;
    private final @Nullable ArmScene scene;
    private final InstructionDecoder decoder = new InstructionDecoder();
    private final long startNs;
    private @Nullable EepromFile file;
    private @Nullable ArmFaults wanted;
    private ArmFaults inForce = ArmFaults.none();
    private long lastWriteNs;
    private int connections;

    /**
     * An arm.
     *
     * @param tables the EEPROMs that are kept, also of motors that are not there
     * @param scene what stands around it
     */
    RunningArm(
            String port,
            SimArm kind,
            Clock clock,
            ServoBus bus,
            List<ControlTable> tables,
            FaultPlan plan,
            @Nullable ArmScene scene) {
        this.port = port;
        this.kind = kind;
        this.clock = clock;
        this.bus = bus;
        this.tables = List.copyOf(tables);
        this.plan = plan;
        this.scene = scene;
        startNs = clock.nanoTime();
        plug = new Plug(plan.plug(), startNs);
        lastWriteNs = startNs;
    }

    /** Whether this arm is what {@code port} means to somebody who lives in {@code time}. */
    boolean is(String otherPort, SimArm otherKind, Clock time) {
        return port.equals(otherPort) && kind == otherKind && clock == time;
    }

    /** From now on {@code keeper} keeps the EEPROMs; null: nobody does. */
    synchronized void keptBy(@Nullable EepromFile keeper) {
        file = keeper;
    }

    synchronized void release() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    Clock clock() {
        return clock;
    }

    synchronized void baudRate(int baudRate) {
        bus.baudRate(baudRate);
    }

    /** The number of the connection that a channel is on; -1: the plug is out. */
    synchronized int connection() {
        int now = plug.connection(clock.nanoTime(), bus.packets());
        if (now > connections) {
            connections = now;
            bus.replugged();
        }
        return now;
    }

    /** What a host sends. */
    synchronized void write(byte[] bytes, int offset, int length) throws DeviceException {
        long now = clock.nanoTime();
        giveUpTornPacket(now);
        takeFaults(now);
        bus.sent(length, now);
        for (int at = 0; at < length; ) {
            at += decoder.feed(bytes, offset + at, length - at);
            obeyAll();
        }
        save();
    }

    /** A servo does not wait for the rest of a packet after a pause. */
    private void giveUpTornPacket(long now) {
        if (now - lastWriteNs > PAUSE_NS) {
            while (decoder.abandon()) {
                obeyAll();
            }
        }
        lastWriteNs = now;
    }

    private void takeFaults(long now) {
        ArmFaults planned = now - startNs >= plan.afterNs() ? plan.faults() : ArmFaults.none();
        ArmFaults present = wanted == null ? planned : wanted;
        if (present != inForce) {
            inForce = present;
            bus.faults(present);
        }
    }

    private void obeyAll() {
        while (decoder.next()) {
            bus.obey(decoder);
        }
    }

    private void save() throws DeviceException {
        boolean changed = false;
        for (int i = 0; i < tables.size(); i++) {
            changed |= tables.get(i).takeChange();
        }
        if (changed && file != null) {
            file.save(tables);
        }
    }

    synchronized int take(byte[] into, int offset, int length) {
        return bus.answers().take(into, offset, length, clock.nanoTime());
    }

    /** When the next byte is there, where that is before {@code deadlineNs}; otherwise {@code deadlineNs}. */
    synchronized long nextByteNs(long deadlineNs) {
        AnswerBuffer answers = bus.answers();
        return answers.isEmpty() || answers.nextDueNs() - deadlineNs > 0 ? deadlineNs : answers.nextDueNs();
    }

    /** Whether something is still to arrive. */
    synchronized boolean answering() {
        return !bus.answers().isEmpty();
    }

    synchronized void discard() {
        bus.answers().clear(clock.nanoTime());
    }

    @Override
    public String port() {
        return port;
    }

    @Override
    public String kind() {
        return kind.spelling();
    }

    @Override
    public long wireNs() {
        return bus.wireNs();
    }

    @Override
    public long packets() {
        return bus.packets();
    }

    @Override
    public long faultyPackets() {
        return bus.faultyPackets();
    }

    @Override
    public synchronized void pose(double[] into) {
        for (int i = 0; i < kind.joints().size(); i++) {
            SimJoint joint = kind.joints().get(i);
            into[i] = joint.angle(bus.shaftSteps(joint.id(), joint.restShaft()));
        }
    }

    @Override
    public void reach(double[] low, double[] high) {
        kind.reach(low, high);
    }

    @Override
    public Optional<Scene> scene() {
        return Optional.ofNullable(scene).map(ArmScene::scene);
    }

    @Override
    public synchronized void faults(ArmFaults faults) {
        wanted = faults;
    }

    @Override
    public synchronized void unplug() {
        plug.unplug(clock.nanoTime());
    }

    @Override
    public synchronized void replug() {
        plug.replug();
    }

    @Override
    public boolean plugged() {
        return connection() >= 0;
    }

    @Override
    public synchronized void connect(int id) {
        bus.connect(id);
    }

    @Override
    public synchronized int peek(int id, Register register) {
        return bus.peek(id, register);
    }
}
