/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.sim.scene.Scene;
import dev.tendon.sim.scene.SceneView;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightTest {
    private static final int SIDE = 96;

    private final ByteBuffer rgb = ByteBuffer.allocateDirect(SIDE * SIDE * 3);

    private Scene scene() {
        double[] low = {-2, -2, -2, -2, -3, -1.116};
        double[] high = {2, 2, 2, 2, 3, 1.116};
        Scene scene = new CubeSceneType().create(low, high);
        // folded back, out of sight of the table before it
        scene.advance(new double[] {0, -1.7, 1.6, 1.0, 0, 0}, 0.004);
        return scene;
    }

    private int red(int channel, double[] middle) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int r = rgb.get(3 * i) & 0xFF;
            int g = rgb.get(3 * i + 1) & 0xFF;
            int b = rgb.get(3 * i + 2) & 0xFF;
            boolean is = channel == 0 ? r > 2 * g && r > 2 * b : g > r * 1.8 && g > b;
            if (is) {
                x += i % SIDE;
                y += i / SIDE;
                count++;
            }
        }
        middle[0] = x / Math.max(1, count);
        middle[1] = y / Math.max(1, count);
        return count;
    }

    /** Each layout's cube is where the eye's own geometry says that it is. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void showsCubeAndDiscWhereTheyLie(long seed) {
        Scene scene = scene();
        scene.reset(seed);
        scene.view(Sight.TOP, SIDE, SIDE).draw(rgb);
        Layout layout = Layout.of(seed);
        Eye eye = Eye.at(new double[] {0.20, 0, 0.80}, new double[] {0.20, 0, 0}, new double[] {1, 0, 0}, 1.55);
        double[] seen = new double[3];
        double[] found = new double[2];
        assertThat(red(0, found)).isGreaterThan(15);
        eye.see(new double[] {layout.cubeX(), layout.cubeY(), CubeWorld.HALF}, SIDE, SIDE, seen);
        assertThat(Math.hypot(found[0] + 0.5 - seen[0], found[1] + 0.5 - seen[1]))
                .isLessThan(1.5);
        assertThat(red(1, found)).isGreaterThan(100);
        eye.see(new double[] {layout.discX(), layout.discY(), 0}, SIDE, SIDE, seen);
        assertThat(Math.hypot(found[0] + 0.5 - seen[0], found[1] + 0.5 - seen[1]))
                .isLessThan(1.5);
    }

    @Test
    void theSameMomentIsTheSamePicture() {
        Scene scene = scene();
        SceneView view = scene.view(Sight.FRONT, SIDE, SIDE);
        view.draw(rgb);
        byte[] first = new byte[rgb.capacity()];
        rgb.get(0, first);
        view.draw(rgb);
        byte[] second = new byte[rgb.capacity()];
        rgb.get(0, second);
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sight.FRONT, Sight.TABLE, Sight.TOP, Sight.SIDE, Sight.WRIST})
    void drawsEveryViewAtAnySize(String view) {
        ByteBuffer odd = ByteBuffer.allocateDirect(101 * 37 * 3);
        scene().view(view, 101, 37).draw(odd);
        int first = odd.get(0);
        boolean varied = false;
        for (int i = 0; i < odd.capacity(); i++) {
            varied |= odd.get(i) != first;
        }
        assertThat(varied).isTrue();
    }
}
