/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionCamera;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.runtime.Sessions;
import dev.tendon.runtime.TickTap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens one session that moves nothing and ends as the test says. */
final class FakeSessions implements Sessions, Session {
    final List<String> did = new ArrayList<>();
    Features features = Features.of(Feature.scalar("shoulder_pan.pos", "deg"));
    Optional<JointRanges> ranges = Optional.empty();
    SessionReport report = Reports.of(Ending.FINISHED);

    /** What happens while it runs. */
    List<SessionEvent> events = List.of();

    /** What it shows. Thread: any. */
    volatile SessionSnapshot snapshot = Reports.snapshot(-1, 30, 0, 0, 0);

    @Nullable
    SessionRequest request;

    @Nullable
    RuntimeException throwsAtRun;

    @Override
    public Session open(SessionRequest asked) {
        request = asked;
        did.add("open");
        return this;
    }

    @Override
    public SessionReport run() {
        did.add("run");
        if (throwsAtRun != null) {
            throw throwsAtRun;
        }
        if (request != null) {
            events.forEach(request.listener()::event);
        }
        return report;
    }

    @Override
    public void stop() {
        did.add("stop");
    }

    @Override
    public SessionSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public List<SessionCamera> cameras() {
        return List.of();
    }

    @Override
    public Features observationFeatures() {
        return features;
    }

    @Override
    public Features actionFeatures() {
        return features;
    }

    @Override
    public Optional<JointRanges> ranges() {
        return ranges;
    }

    @Override
    public Optional<TickTap> tap() {
        return Optional.empty();
    }

    @Override
    public void episode(boolean running) {
        // nobody follows
    }

    @Override
    public boolean simulatedTime() {
        return false;
    }

    @Override
    public void rest(boolean rest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        did.add("close");
    }
}
