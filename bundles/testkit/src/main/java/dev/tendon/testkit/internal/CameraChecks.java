/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.feature.Dtype;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.TryOptions;
import java.util.List;

/** What a camera promises beyond other devices. */
final class CameraChecks {
    private static final long PATIENCE_NS = 3_000_000_000L;
    private static final long LOOK_EVERY_NS = 2_000_000;

    private CameraChecks() {}

    static List<Check> of(String subject, TryOptions options, Device.Maker<CameraDevice> maker) {
        DeviceChecks<CameraDevice> checks = new DeviceChecks<>(subject, options, maker);
        checks.common();
        checks.connected(
                "pictures",
                "after connect there is a picture, of the size it says, and newer ones follow",
                CameraChecks::pictures);
        checks.connected(
                "gone", "after close there is no picture, and one that somebody keeps stays readable", device -> {
                    Image kept = newer(device, -1);
                    device.close();
                    Image after = device.camera().newest();
                    Violation.unless(after == null, "newest still gives a picture after close.");
                    kept.pixels().get(0);
                    kept.release();
                });
        return checks.checks();
    }

    private static void pictures(CameraDevice device) throws Exception {
        Feature feature = device.camera().feature("verify");
        Violation.unless(
                feature.dtype() == Dtype.IMAGE && feature.shape().size() == 3,
                "Its feature is no picture: " + feature + ".");
        long sequence = -1;
        long timestampNs = Long.MIN_VALUE;
        Clock clock = new SystemClock();
        for (int i = 0; i < 3; i++) {
            Image image = newer(device, sequence);
            try {
                List<Integer> shape = List.of(image.height(), image.width(), image.channels());
                Violation.unless(
                        shape.equals(feature.shape()),
                        "A picture is " + shape + ", and it says " + feature.shape() + ".");
                Violation.unless(
                        image.timestampNs() >= timestampNs && image.timestampNs() - clock.nanoTime() <= 0,
                        "A picture's time stamp goes back, or lies in the future: stamp it by the context's clock.");
                sequence = image.sequence();
                timestampNs = image.timestampNs();
            } finally {
                image.release();
            }
        }
    }

    private static Image newer(CameraDevice device, long sequence) throws Exception {
        Clock clock = new SystemClock();
        long endNs = clock.nanoTime() + PATIENCE_NS;
        while (clock.nanoTime() - endNs < 0) {
            Image image = device.camera().newest();
            if (image != null && image.sequence() > sequence) {
                return image;
            } else if (image != null) {
                image.release();
            } else if (sequence < 0) {
                throw new Violation("There is no picture although connect has returned.");
            }
            clock.sleepUntil(clock.nanoTime() + LOOK_EVERY_NS);
        }
        throw new Violation("No newer picture came within 3 s.");
    }
}
