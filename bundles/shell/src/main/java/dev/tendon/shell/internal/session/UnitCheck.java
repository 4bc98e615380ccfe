/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.feature.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out whether a recording's values can be in the unit, and for the calibration, that the robot is set to. A recording does not
 * say its unit (lerobot's info.json has no field for it), and the wrong one is a wrong pose.
 *
 * <p>Refused is what cannot be, not what is merely unusual:
 *
 * <ol>
 *   <li><b>Impossible values.</b> −100..100 and 0..100 are clamped when recorded. A policy's actions may overshoot a little now
 *       and then; so it takes more than one frame in a hundred beyond the end by half a unit, or any beyond by ten.
 *   <li><b>Beyond the calibration.</b> Degrees outside what this robot's joint can reach, in more than one frame in a hundred by 5 degrees
 *       (two arms' calibrations differ by that) or in any by 20.
 *   <li><b>The encoder's grid</b> ({@link EncoderGrid}): some joints lie on the other unit's grid, and none on this one's.
 *   <li><b>Saturation.</b> For degrees where no grid decides: nothing is beyond ±100, and joints rest on exactly 100 or −100,
 *       at two different ends or for three frames in a hundred. Degrees are not clamped, so they do not do that.
 * </ol>
 */
final class UnitCheck {
    private static final double OVERSHOOT = 0.5;
    private static final double FAR_OVERSHOOT = 10;
    private static final double BEYOND_DEG = 5;
    private static final double FAR_BEYOND_DEG = 20;
    private static final double RARE = 0.01;
    private static final double RESTING = 0.03;

    /**
     * A joint of the robot and its part of the recording.
     *
     * @param unit the unit that the robot is set to, as in {@link Units}
     * @param low the lowest value that it reaches, in that unit; NaN where not known
     * @param high the highest
     */
    record Joint(RecordedJoint recorded, String unit, double low, double high) {}

    /**
     * Why the recording does not fit.
     *
     * @param reasons a sentence each
     * @param looksLike the unit that the numbers look like, as in {@link Units}; empty where they look like none
     */
    record Mismatch(List<String> reasons, Optional<String> looksLike) {}

    private UnitCheck() {}

    /** What speaks against the pairing; empty where nothing does. */
    static Optional<Mismatch> check(List<Joint> joints) {
        List<Joint> degrees = in(joints, Units.DEGREES);
        List<Joint> percent = in(joints, Units.SIGNED_PERCENT);
        List<String> reasons = new ArrayList<>();
        for (Joint joint : joints) {
            impossible(joint).ifPresent(reasons::add);
        }
        if (!degrees.isEmpty()) {
            Optional<String> other = looksLikePercent(degrees);
            other.ifPresent(reasons::add);
            boolean fits = degrees.stream().allMatch(joint -> joint.recorded().outside(-100.001, 100.001) == 0);
            boolean measuredInDegrees = any(degrees, EncoderGrid.Verdict.DEGREES);
            return mismatch(reasons, fits && !measuredInDegrees ? Optional.of(Units.SIGNED_PERCENT) : Optional.empty());
        }
        if (!percent.isEmpty()) {
            looksLikeDegrees(percent).ifPresent(reasons::add);
            boolean angles = percent.stream().anyMatch(joint -> beyond(joint.recorded(), -100, 100))
                    || any(percent, EncoderGrid.Verdict.DEGREES);
            return mismatch(reasons, angles ? Optional.of(Units.DEGREES) : Optional.empty());
        }
        return mismatch(reasons, Optional.empty());
    }

    private static Optional<Mismatch> mismatch(List<String> reasons, Optional<String> looksLike) {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Mismatch(reasons, looksLike));
    }

    private static List<Joint> in(List<Joint> joints, String unit) {
        return joints.stream().filter(joint -> joint.unit().equals(unit)).toList();
    }

    private static Optional<String> impossible(Joint joint) {
        RecordedJoint recorded = joint.recorded();
        return switch (joint.unit()) {
            case Units.SIGNED_PERCENT -> beyond(recorded, -100, 100)
                    ? Optional.of(span(recorded) + ", which -100..100 cannot hold")
                    : Optional.empty();
            case Units.PERCENT -> beyond(recorded, 0, 100)
                    ? Optional.of(span(recorded) + ", which 0..100 cannot hold")
                    : Optional.empty();
            case Units.DEGREES -> unreachable(joint)
                    ? Optional.of(span(recorded)
                            + String.format(
                                    Locale.ROOT,
                                    ", and this robot's calibration ends at %.1f and %.1f degrees",
                                    joint.low(),
                                    joint.high()))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean beyond(RecordedJoint recorded, double low, double high) {
        return recorded.outside(low - OVERSHOOT, high + OVERSHOOT) > RARE * recorded.frames()
                || recorded.outside(low - FAR_OVERSHOOT, high + FAR_OVERSHOOT) > 0;
    }

    /** Comparisons with NaN are false: a joint without limits reaches everything. */
    private static boolean unreachable(Joint joint) {
        RecordedJoint recorded = joint.recorded();
        return recorded.outside(joint.low() - BEYOND_DEG, joint.high() + BEYOND_DEG) > RARE * recorded.frames()
                || recorded.outside(joint.low() - FAR_BEYOND_DEG, joint.high() + FAR_BEYOND_DEG) > 0;
    }

    private static Optional<String> looksLikePercent(List<Joint> joints) {
        if (any(joints, EncoderGrid.Verdict.DEGREES)) {
            return Optional.empty();
        }
        if (any(joints, EncoderGrid.Verdict.SIGNED_PERCENT)) {
            return Optional.of(names(joints, joint -> joint.recorded().grid() == EncoderGrid.Verdict.SIGNED_PERCENT)
                    + " moves in steps of -100..100, not in a servo's steps of 360/4095 degrees");
        }
        boolean within = joints.stream().allMatch(joint -> joint.recorded().outside(-100.001, 100.001) == 0);
        if (within && saturates(joints)) {
            return Optional.of(names(joints, joint -> ends(joint.recorded()) > 0)
                    + " rests on exactly 100 or -100 and nothing is beyond, which degrees do not do");
        }
        return Optional.empty();
    }

    private static boolean saturates(List<Joint> joints) {
        int ends = joints.stream().mapToInt(joint -> ends(joint.recorded())).sum();
        return ends >= 2
                || joints.stream()
                        .map(Joint::recorded)
                        .anyMatch(r -> Math.max(r.at(100), r.at(-100)) > Math.max(5, RESTING * 2 * r.frames()));
    }

    private static int ends(RecordedJoint recorded) {
        return (recorded.at(100) > 1 ? 1 : 0) + (recorded.at(-100) > 1 ? 1 : 0);
    }

    private static Optional<String> looksLikeDegrees(List<Joint> joints) {
        if (any(joints, EncoderGrid.Verdict.SIGNED_PERCENT) || !any(joints, EncoderGrid.Verdict.DEGREES)) {
            return Optional.empty();
        }
        return Optional.of(names(joints, joint -> joint.recorded().grid() == EncoderGrid.Verdict.DEGREES)
                + " moves in a servo's steps of 360/4095 degrees, not in those of -100..100");
    }

    private static boolean any(List<Joint> joints, EncoderGrid.Verdict verdict) {
        return joints.stream().anyMatch(joint -> joint.recorded().grid() == verdict);
    }

    private static String names(List<Joint> joints, Predicate<Joint> which) {
        return joints.stream()
                .filter(which)
                .map(joint -> joint.recorded().name())
                .reduce((a, b) -> a + ", " + b)
                .orElse("the recording");
    }

    private static String span(RecordedJoint recorded) {
        return String.format(Locale.ROOT, "%s goes from %.1f to %.1f", recorded.name(), recorded.min(), recorded.max());
    }
}
