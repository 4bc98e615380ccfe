/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.Check.Body;
import dev.tendon.testkit.TryOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a policy promises, on an arm of six joints. */
final class PolicyChecks {
    private static final Duration ALL = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Features POSE = Features.of(
            List.of("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll", "gripper").stream()
                    .map(joint -> Feature.scalar(joint + ".pos", Units.DEGREES))
                    .toList());

    private final String subject;
    private final TryOptions options;
    private final Maker maker;
    private final List<Check> checks = new ArrayList<>();

    PolicyChecks(String subject, TryOptions options, Maker maker) {
        this.subject = subject;
        this.options = options;
        this.maker = maker;
    }

    /** Makes one. */
    @FunctionalInterface
    interface Maker {
        Policy make(Map<String, Object> options, PolicyContext context);
    }

    List<Check> checks() {
        add("create", "create starts no thread", this::create);
        add("absent", "where its checkpoint is absent, create says so by an exception", this::absent);
        add("constants", "the sizes of chunks and observations are sane, and the same always", this::constants);
        add("plan", "plan writes at most a chunk, every slot of each action, a finite number each", this::plan);
        add("threads", "one thread creates, a worker warms up and plans, a third one closes", this::threads);
        add("close", "close is idempotent, and may come without warmUp", this::close);
        add("release", "close ends every thread that was started", this::release);
        return checks;
    }

    private void add(String id, String promise, Body body) {
        checks.add(new Check(id, subject, promise, ALL, body));
    }

    private Policy make() throws NotTried {
        Map<String, Object> given = options.present()
                .orElseThrow(
                        () -> new NotTried(
                                "It needs options with which it works, such as a checkpoint: --present=\"{pretrained_path: …}\"."));
        try {
            return maker.make(given, new Arm());
        } catch (ConfigException e) {
            if (options.given()) {
                throw e;
            }
            throw new NotTried("With " + given
                    + " there is none; give options with which it works (--present=\"{…}\"): " + e.getMessage());
        }
    }

    private void create() throws Exception {
        make().close();
        Marker marker = new Marker(Thread.currentThread().getContextClassLoader());
        List<Policy> made = new ArrayList<>();
        Bounded.run("tendon-verify-create", ALL, marker, () -> made.add(make()));
        try {
            Violation.unless(
                    marker.living().isEmpty(),
                    "It started thread \""
                            + (marker.living().isEmpty()
                                    ? ""
                                    : marker.living().get(0).getName()) + "\".");
        } finally {
            made.get(0).close();
        }
    }

    private void absent() throws Exception {
        Map<String, Object> given = options.absent()
                .orElseThrow(() ->
                        new NotTried("It needs options with which its checkpoint is not there: --absent=\"{…}\"."));
        try {
            maker.make(given, new Arm()).close();
        } catch (ConfigException | UncheckedIOException e) {
            Violation.unless(
                    e.getMessage() != null && !e.getMessage().isBlank(), "It throws an exception without a message.");
            return;
        } catch (RuntimeException e) {
            throw new Violation("It throws " + Words.unexpected(e)
                    + " instead of a ConfigException that says what is missing and what to do now.");
        }
        throw new Violation("With " + given + " it makes a policy of something that is not there.");
    }

    private void constants() throws Exception {
        Policy policy = make();
        try {
            List<Integer> before = sizes(policy);
            Violation.unless(
                    before.get(0) >= 1 && before.get(1) >= 1 && before.get(2) >= 1 && before.get(2) <= before.get(1),
                    "observationSteps is " + before.get(0) + ", chunkSize " + before.get(1) + ", actionSteps "
                            + before.get(2) + ": each is to be at least 1, and actionSteps at most chunkSize.");
            policy.warmUp();
            policy.reset();
            Violation.unless(
                    before.equals(sizes(policy)), "They changed from " + before + " to " + sizes(policy) + ".");
        } finally {
            policy.close();
        }
    }

    private static List<Integer> sizes(Policy policy) {
        return List.of(policy.observationSteps(), policy.chunkSize(), policy.actionSteps());
    }

    private void plan() throws Exception {
        Policy policy = make();
        try {
            policy.warmUp();
            for (int episode = 0; episode < 2; episode++) {
                policy.reset();
                for (int i = 0; i < 3; i++) {
                    Chunk chunk = new Chunk(policy.chunkSize());
                    policy.plan(new Seen(policy.observationSteps()), chunk);
                    chunk.look();
                }
            }
        } finally {
            policy.close();
        }
    }

    private void threads() throws Exception {
        Policy policy = make();
        try {
            Bounded.run("tendon-verify-worker", ALL, () -> {
                policy.warmUp();
                policy.reset();
                policy.plan(new Seen(policy.observationSteps()), new Chunk(policy.chunkSize()));
            });
        } finally {
            Bounded.run("tendon-verify-other", GRACE, policy::close);
        }
    }

    private void close() throws Exception {
        Policy policy = make();
        policy.close();
        policy.close();
    }

    private void release() throws Exception {
        make().close();
        Marker marker = new Marker(Thread.currentThread().getContextClassLoader());
        Bounded.run("tendon-verify-life", ALL, marker, () -> {
            Policy policy = make();
            try {
                policy.warmUp();
                policy.reset();
                policy.plan(new Seen(policy.observationSteps()), new Chunk(policy.chunkSize()));
            } finally {
                policy.close();
            }
        });
        List<Thread> living = marker.livingAfter(GRACE);
        Violation.unless(
                living.isEmpty(),
                "After close thread \"" + (living.isEmpty() ? "" : living.get(0).getName()) + "\" still lives.");
    }

    private static final class Arm implements PolicyContext {
        private final Clock clock = new SystemClock();

        @Override
        public Features observationFeatures() {
            return POSE;
        }

        @Override
        public Features actionFeatures() {
            return POSE;
        }

        @Override
        public double fps() {
            return 30;
        }

        @Override
        public String task() {
            return "";
        }

        @Override
        public Clock clock() {
            return clock;
        }
    }

    private static final class Seen implements Observations {
        private final int steps;
        private final FrameBuffer frame = new FrameBuffer(POSE.layout());

        Seen(int steps) {
            this.steps = steps;
            for (int slot = 0; slot < POSE.layout().values(); slot++) {
                frame.value(slot, 10 + slot);
            }
        }

        @Override
        public int steps() {
            return steps;
        }

        @Override
        public Frame step(int step) {
            return frame;
        }

        @Override
        public Frame lastSent() {
            return frame;
        }
    }

    private static final class Chunk implements ActionChunk {
        private final int most;
        private final List<FrameBuffer> actions = new ArrayList<>();

        Chunk(int most) {
            this.most = most;
        }

        @Override
        public FrameWriter next() {
            if (actions.size() == most) {
                throw new IllegalStateException("more than chunkSize (" + most + ") actions");
            }
            FrameBuffer action = new FrameBuffer(POSE.layout());
            actions.add(action);
            return action;
        }

        void look() throws Violation {
            for (int i = 0; i < actions.size(); i++) {
                for (int slot = 0; slot < POSE.layout().values(); slot++) {
                    double value = actions.get(i).value(slot);
                    Violation.unless(
                            Double.isFinite(value),
                            "Action " + i + " of a chunk has " + value + " for "
                                    + POSE.layout().valueNames().get(slot) + ".");
                }
            }
        }
    }
}
