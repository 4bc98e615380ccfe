/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Plays a recording against the session's clock, from the first read on. Thread: the control thread only; before it is
 * connected or adopts, one thread at a time.
 */
final class Playback implements Teleoperator, Adoptable {
    /**
     * A tick that comes this part of a frame early counts as being on time, so that a loop at the recording's rate, or at a
     * multiple of it, meets every frame equally often although no tick is quite punctual. A fifth keeps a margin on both sides
     * at 1, 2, 3 and 4 times the rate.
     */
    private static final double EARLY = 0.2;

    private static final double NS_PER_S = 1e9;

    private final DeviceContext context;
    private final boolean repeat;
    private final double startS;
    private final Source source;
    private @Nullable Recording recording;
    private boolean running;
    private boolean started;
    private long zeroNs;

    /** Where a recording comes from; may do file I/O. */
    interface Source {
        Recording read() throws IOException;
    }

    Playback(DeviceContext context, boolean repeat, double startS, Source source) {
        this.context = context;
        this.repeat = repeat;
        this.startS = startS;
        this.source = source;
    }

    /**
     * {@inheritDoc}
     *
     * <p>They are the dataset's: the first call reads the recording, unless {@code connect} or {@code prepare} did.
     *
     * @throws ConfigException where there is no such dataset or episode, or it is damaged
     */
    @Override
    public Features actionFeatures() {
        try {
            return loaded().features();
        } catch (IOException e) {
            throw new ConfigException(context.label() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void prepare() throws DeviceException {
        try {
            loaded();
        } catch (IOException e) {
            throw new DeviceException(context.label() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void connect() throws DeviceException {
        prepare();
        running = true;
    }

    private Recording loaded() throws IOException {
        Recording known = recording;
        if (known == null) {
            known = source.read();
            if (startS * known.fps() >= known.length()) {
                throw new ConfigException("start_s is " + startS + ", but " + known.origin() + " ends after "
                        + known.length() / known.fps() + " s");
            }
            recording = known;
        }
        return known;
    }

    @Override
    public Input read(FrameWriter out) {
        Recording playing = recording;
        if (!running || playing == null) {
            throw new IllegalStateException(context.label() + " is not connected");
        }
        long now = context.clock().nanoTime();
        if (!started) {
            started = true;
            zeroNs = now - Math.round(startS * NS_PER_S);
        }
        long frame = (long) Math.floor((now - zeroNs) * playing.fps() / NS_PER_S + EARLY);
        if (frame >= playing.length()) {
            if (!repeat) {
                return Input.END;
            }
            long first = (long) Math.floor(startS * playing.fps());
            frame = first + (frame - first) % (playing.length() - first);
        }
        int values = playing.features().layout().values();
        for (int i = 0; i < values; i++) {
            out.value(i, playing.action((int) frame, i));
        }
        out.timestampNs(now);
        return Input.ACTION;
    }

    @Override
    public HandOver handOver() {
        Recording played = recording;
        if (!running || played == null) {
            throw new IllegalStateException(context.label() + " is not connected");
        }
        running = false;
        OptionalLong zero = started ? OptionalLong.of(zeroNs) : OptionalLong.empty();
        return HandOver.ofState(new Position(played.digest(), played.length(), zero).toText());
    }

    @Override
    public void adopt(HandOver from) throws DeviceException {
        Recording mine = recording;
        if (mine == null) {
            throw new DeviceException(context.label() + " was not prepared: its recording is not in memory yet");
        }
        Position position = Position.parse(from.state());
        if (!position.digest().equals(mine.digest())) {
            throw new DeviceException(context.label() + ": " + mine.origin() + " is no longer what is being played ("
                    + mine.length() + " frames on disk, " + position.frames()
                    + " in the session). Stop the session to play it as it is now");
        }
        started = position.zeroNs().isPresent();
        zeroNs = position.zeroNs().orElse(0);
        running = true;
    }

    @Override
    public void close() {
        running = false;
        recording = null;
    }
}
