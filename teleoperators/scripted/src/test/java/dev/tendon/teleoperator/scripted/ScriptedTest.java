/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.sim.SimulatedArm;
import dev.tendon.sim.Simulator;
import dev.tendon.sim.scene.Motion;
import dev.tendon.sim.scene.Scene;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptedTest {
    private static final double HOME = 0;
    private static final double WORK = 1;

    private final SimulatedClock clock = new SimulatedClock(0);
    private final List<String> happened = new ArrayList<>();
    private boolean scenery = true;

    /** An interface whose calls are answered by name; a fake of a few lines. */
    private static <T> T answering(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** Two seconds to a pose in which every joint has the same angle. */
    private static Motion to(double angle) {
        return new Motion() {
            @Override
            public double lengthS() {
                return 2;
            }

            @Override
            public void at(double seconds, double[] pose) {
                java.util.Arrays.fill(pose, angle);
            }
        };
    }

    private final Scene scene = answering(Scene.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "reset" -> {
            happened.add("layout " + arguments[0]);
            yield null;
        }
        case "demonstration" -> {
            happened.add("demonstration");
            yield to(WORK);
        }
        case "home" -> to(HOME);
        case "success" -> true;
        default -> throw new AssertionError(method);
    });

    private final SimulatedArm arm =
            answering(SimulatedArm.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "kind" -> "follower";
                case "port" -> "sim:?scene=table";
                case "scene" -> scenery ? Optional.of(scene) : Optional.empty();
                case "reach" -> {
                    java.util.Arrays.fill((double[]) arguments[0], -2);
                    java.util.Arrays.fill((double[]) arguments[1], 2);
                    yield null;
                }
                case "pose" -> null;
                default -> throw new AssertionError(method);
            });

    private Scripted script(boolean repeat) {
        Simulator simulator = answering(Simulator.class, (proxy, method, arguments) -> List.of(arm));
        DeviceContext context = answering(
                DeviceContext.class,
                (proxy, method, arguments) -> method.getName().equals("clock") ? clock : "script");
        return new Scripted(new ScriptedConfig("sim:", 7, repeat, true), context, simulator);
    }

    /** Reads ten times a second; the last shoulder_pan goal, in degrees. */
    private double reads(Scripted script, double seconds) {
        FrameBuffer out = new FrameBuffer(script.actionFeatures().layout());
        for (int i = 0; i < Math.round(10 * seconds); i++) {
            script.read(out);
            clock.advance(100_000_000);
        }
        return out.value(0);
    }

    @Test
    void waitsWhereDemonstrationsBeginUntilAnEpisodeDoes() throws DeviceException {
        Scripted script = script(false);
        script.connect();
        assertThat(reads(script, 20)).isZero();
        assertThat(happened).containsExactly("layout 7");
        script.episodeBegan();
        assertThat(reads(script, 1)).isGreaterThan(57); // a radian
        assertThat(happened).containsExactly("layout 7", "demonstration");
    }

    @Test
    void laysTheSceneOutAnewWhenItIsBackFromAnEpisode() throws DeviceException {
        Scripted script = script(false);
        script.connect();
        reads(script, 3);
        script.episodeBegan();
        reads(script, 5);
        script.episodeEnded();
        reads(script, 2);
        assertThat(happened).containsExactly("layout 7", "demonstration");
        assertThat(reads(script, 1)).isZero();
        assertThat(happened).containsExactly("layout 7", "demonstration", "layout 8");
        script.episodeBegan();
        assertThat(happened).containsExactly("layout 7", "demonstration", "layout 8", "demonstration");
    }

    @Test
    void doesNotWaitForALongResetPhase() throws DeviceException {
        Scripted script = script(false);
        script.connect();
        script.episodeBegan();
        reads(script, 1);
        script.episodeEnded();
        script.episodeBegan();
        assertThat(happened).containsExactly("layout 7", "demonstration", "layout 8", "demonstration");
    }

    @Test
    void demonstratesAgainAndAgainWhereNothingIsRecorded() throws DeviceException {
        Scripted script = script(true);
        script.connect();
        reads(script, 12);
        assertThat(happened).startsWith("layout 7", "demonstration", "layout 8", "demonstration");
    }

    @Test
    void saysWhichPortHasNoScene() {
        scenery = false;
        assertThatThrownBy(script(false)::connect)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("sim:?scene=table")
                .hasMessageContaining("--robot.port");
    }
}
