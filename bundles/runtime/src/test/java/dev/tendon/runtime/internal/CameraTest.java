/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.Image;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionCamera;
import dev.tendon.runtime.SessionReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cameras that the host opens beside a robot. */
@Timeout(20)
class CameraTest {
    private final Bench bench = Bench.withRobot();
    private final FakeCamera camera = new FakeCamera(4);
    private final List<Long> seen = new ArrayList<>();
    private FakeTypes.Handle handle;

    @BeforeEach
    void lookAtTheTop() {
        handle = bench.types.camera(5, c -> camera);
        bench.cameras.put("top", new Chosen<>("eye", Map.of()));
        bench.settings = new LoopSettings(100, Duration.ofSeconds(5), true, Optional.of(Duration.ofMillis(100)));
        bench.types.policy(2, c -> new FakePolicy(0, 1, 1) {
            @Override
            public void plan(Observations observations, ActionChunk out) {
                Image image = observations.step(0).image(0);
                seen.add(image == null ? -1 : image.sequence());
                super.plan(observations, out);
            }
        });
    }

    @Test
    void addsItsPicturesToTheRobotsObservation() throws Exception {
        try (Session session = bench.open(Bench.decided())) {
            assertThat(session.observationFeatures().layout().images()).containsExactly(camera.feature("top"));
            assertThat(session.observationFeatures().layout().values()).isEqualTo(2);
        }
        assertThat(camera.closed).isTrue();
        assertThat(handle.uses).isZero();
    }

    @Test
    void givesEachTickTheNewestPictureAndAllOfThemBack() throws Exception {
        bench.world.onObserve = r -> {
            if (bench.world.observations % 2 == 0) {
                camera.take();
            }
        };
        bench.run(Bench.decided());
        assertThat(seen).containsExactly(0L, 1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L, 5L);
        assertThat(camera.pool.available()).isEqualTo(4);
    }

    @Test
    void leavesTheSlotEmptyAfterTheCameraIsLost() throws Exception {
        bench.world.onObserve = r -> {
            if (bench.world.observations == 4) {
                camera.newest.clear();
            }
        };
        bench.run(Bench.decided());
        assertThat(seen).startsWith(0L, 0L, 0L, -1L, -1L);
    }

    @Test
    void leavesTheSlotEmptyWhenTheChoiceVanishes() throws Exception {
        SessionReport report;
        try (Session session = bench.open(Bench.decided())) {
            bench.types.remove(handle);
            bench.sessions.gone(handle);
            assertThat(camera.closed).isTrue();
            report = session.run();
        }
        assertThat(seen).hasSize(10).containsOnly(-1L);
        assertThat(report.counters().cameras()).containsExactly(new CameraTicks("top", 0, 10));
    }

    @Test
    void isReplacedByItself() throws Exception {
        FakeCamera next = new FakeCamera(4);
        try (Session session = bench.open(Bench.decided())) {
            bench.types.camera(6, c -> next);
            assertThat(bench.sessions.swap(5, 6)).hasSize(1);
            assertThat(camera.closed).isTrue();
            session.run();
        }
        assertThat(seen).containsOnly(0L);
        assertThat(next.closed).isTrue();
    }

    @Test
    void isNotReplacedByOneWithAnotherPicture() throws Exception {
        try (Session session = bench.open(Bench.decided())) {
            bench.types.camera(6, c -> new FakeCamera(8));
            assertThatThrownBy(() -> bench.sessions.swap(5, 6))
                    .isInstanceOf(SwapRefusedException.class)
                    .hasMessageContaining("[3, 8, 1]");
            session.run();
        }
        assertThat(seen).containsOnly(0L);
    }

    @Test
    void mayNotHaveTheNameOfSomethingObserved() {
        bench.cameras.put("a.pos", new Chosen<>("eye", Map.of()));
        assertThatThrownBy(() -> bench.open(Bench.decided()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.pos");
    }

    @Test
    void canBeLookedAtBesideTheLoop() throws Exception {
        try (Session session = bench.open(Bench.decided())) {
            SessionCamera look = session.cameras().get(0);
            assertThat(look.feature()).isEqualTo(camera.feature("top"));
            camera.take();
            Image image = look.newest();
            assertThat(image).isNotNull();
            assertThat(image.sequence()).isEqualTo(1);
            image.release();
        }
        assertThat(camera.pool.available()).isEqualTo(4);
    }

    @Test
    void connectsBesideTheOtherCamerasAndTheTeleoperator() throws Exception {
        CountDownLatch all = new CountDownLatch(3);
        bench.types.camera(6, c -> new FakeCamera(4) {
            @Override
            public void connect() throws DeviceException {
                meet(all);
                super.connect();
            }
        });
        bench.types.remove(handle);
        bench.cameras.put("side", new Chosen<>("eye", Map.of()));
        bench.types.teleoperator(7, c -> new FakeTeleoperator(FakeRobot.FEATURES, n -> Input.END) {
            @Override
            public void connect() {
                meet(all);
                super.connect();
            }
        });
        bench.open(Bench.teleoperated()).close();
        assertThat(all.getCount()).isZero();
    }

    /** Returns when everybody is here: never, where one comes after the other. */
    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new AssertionError("Given up while it waited for the others", e);
        }
    }

    @Test
    void isEndedAndClosedWhereAnotherDeviceDoesNotConnect() throws Exception {
        CountDownLatch connecting = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        bench.types.remove(handle);
        FakeCamera slow = new FakeCamera(4) {
            @Override
            public void connect() throws DeviceException {
                connecting.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.set(true);
                    throw new DeviceException("interrupted", e);
                }
            }
        };
        bench.types.camera(6, c -> slow);
        bench.types.teleoperator(7, c -> new FakeTeleoperator(FakeRobot.FEATURES, n -> Input.END) {
            @Override
            public void connect() {
                try {
                    connecting.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                throw new IllegalStateException("the leader's plug is out");
            }
        });
        assertThatThrownBy(() -> bench.open(Bench.teleoperated())).hasMessageContaining("the leader's plug");
        assertThat(interrupted).isTrue();
        assertThat(slow.closed).isTrue();
    }

    @Test
    void aCameraThatDoesNotConnectEndsTheOpening() {
        bench.types.remove(handle);
        bench.types.camera(6, c -> new FakeCamera(4) {
            @Override
            public void connect() throws DeviceException {
                throw new DeviceException("eye \"top\" is blind");
            }
        });
        assertThatThrownBy(() -> bench.open(Bench.decided()))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("is blind");
    }

    @Test
    void showsNothingWhenItsChoiceVanishedOrTheSessionIsOver() throws Exception {
        SessionCamera look;
        try (Session session = bench.open(Bench.decided())) {
            look = session.cameras().get(0);
            bench.types.remove(handle);
            bench.sessions.gone(handle);
            assertThat(look.newest()).isNull();
        }
        assertThat(look.newest()).isNull();
    }
}
