/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.DeviceLostException;
import dev.tendon.runtime.SessionEvent;

/** What failed in ticks, and the events of it: one when a device begins to fail, one when it works again. Owner: the control thread. */
final class Faults {
    final Fault observing = new Fault("could not be observed");
    final Fault sending = new Fault("could not be sent its goal");
    final Fault reading = new Fault("could not be read");

    private final Events events;
    private boolean happened;

    Faults(Events events) {
        this.events = events;
    }

    /**
     * Counts a failure.
     *
     * @throws DeviceException where it is one too many, or the device is lost; nothing of that is told yet
     */
    void failed(Fault fault, DeviceException e, String device, long tick, long nowNs) throws DeviceException {
        happened = true;
        boolean first = fault.failed(nowNs);
        if (e instanceof DeviceLostException) {
            throw e;
        }
        if (fault.tooLong(nowNs)) {
            throw new DeviceException(fault.text(e, device, nowNs), e);
        }
        if (first) {
            events.post(
                    SessionEvent.Kind.FAILING,
                    tick,
                    device + " " + fault.what() + "; its last goal is held: " + Texts.of(e));
        }
    }

    /** The device is lost or back: what failed in a row ends there. */
    void forget() {
        happened = true;
        observing.succeeded();
        sending.succeeded();
        reading.succeeded();
    }

    void succeeded(Fault fault, String device, long tick) {
        long times = fault.succeeded();
        if (times > 0) {
            happened = true;
            events.post(
                    SessionEvent.Kind.RECOVERED,
                    tick,
                    device + " works again; it " + fault.what() + " " + times + (times == 1 ? " time" : " times"));
        }
    }

    /** Whether there was anything since the last call. */
    boolean happened() {
        boolean was = happened;
        happened = false;
        return was;
    }
}
