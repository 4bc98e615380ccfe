/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.FollowsEpisodes;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;

/** Reads whoever sits in the teleoperator's seat; nobody there is as if a person had let go. Owner: the control thread. */
final class TeleoperatorSource implements ActionSource {
    private final Seat<Teleoperator> seat;
    private final Watch watch;
    private final int[] slots;
    private final FrameBuffer read;

    /** @param slots as from {@link Matching#match} */
    TeleoperatorSource(Seat<Teleoperator> seat, Features given, int[] slots, Watch watch) {
        this.seat = seat;
        this.watch = watch;
        this.slots = slots;
        read = new FrameBuffer(given.layout());
    }

    @Override
    public Input next(Frame observation, Frame lastSent, FrameWriter wanted) throws DeviceException {
        Mount<Teleoperator> mount = seat.mount();
        if (mount == null || seat.lost()) {
            return Input.NONE;
        }
        read.clear();
        watch.enter(Watch.TELEOPERATOR);
        Input input = mount.device().read(read);
        watch.enter(Watch.HOST);
        if (input == Input.ACTION) {
            for (int slot = 0; slot < slots.length; slot++) {
                wanted.value(slot, read.value(slots[slot]));
            }
        }
        return input;
    }

    @Override
    public void episode(boolean running) {
        Mount<Teleoperator> mount = seat.mount();
        if (mount == null || seat.lost() || !(mount.device() instanceof FollowsEpisodes follower)) {
            return;
        }
        watch.enter(Watch.TELEOPERATOR);
        if (running) {
            follower.episodeBegan();
        } else {
            follower.episodeEnded();
        }
        watch.enter(Watch.HOST);
    }

    @Override
    public String label() {
        return seat.label();
    }
}
