/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Statistics of a camera's pictures, gathered while they come, without keeping any: how often each brightness occurs, by channel.
 * Thread: its creator's.
 *
 * <p>Pictures of 300 pixels and more on their longer side are thinned out as LeRobot does it. While it streams, LeRobot 0.6 takes
 * every frame; else, and in 2025, a sample of them: {@link #sampleIndices} (datasets/compute_stats.py and video_utils.py). Least,
 * greatest and quantiles are then LeRobot's; mean and deviation are exact, as 2025's are, whereas 0.6 adds squares of all pixels in
 * single precision and is off by some 10<sup>-4</sup>. {@code count} is the number of frames.
 */
public final class ImageStatistics {
    private static final int CHANNELS = 3;
    private static final int LEVELS = 256;
    private static final double FULL = 255.0;
    private static final int TARGET_SIZE = 150;
    private static final int THRESHOLD = 300;
    private static final int LEAST_SAMPLES = 100;
    private static final int MOST_SAMPLES = 10_000;
    private static final double SAMPLE_POWER = 0.75;

    private final long[][] counts = new long[CHANNELS][LEVELS];
    private long frames;

    /**
     * Adds a picture of packed RGB, three bytes a pixel from the buffer's position on, which stays where it is.
     *
     * @throws IllegalArgumentException where the buffer holds less than a picture
     */
    public void add(ByteBuffer rgb, int width, int height) {
        if (rgb.remaining() < width * height * CHANNELS) {
            throw new IllegalArgumentException(
                    rgb.remaining() + " bytes are no picture of " + width + " x " + height + " pixels");
        }
        int step = step(width, height);
        for (int y = 0; y < height; y += step) {
            int row = rgb.position() + y * width * CHANNELS;
            for (int x = 0; x < width; x += step) {
                int at = row + x * CHANNELS;
                counts[0][rgb.get(at) & 0xff]++;
                counts[1][rgb.get(at + 1) & 0xff]++;
                counts[2][rgb.get(at + 2) & 0xff]++;
            }
        }
        frames++;
    }

    /** Which pixel of a row, and which row, is looked at: every one, or every n-th of a large picture. */
    static int step(int width, int height) {
        return Math.max(width, height) < THRESHOLD ? 1 : Math.max(width, height) / TARGET_SIZE;
    }

    /** Number of pictures so far. */
    public long frames() {
        return frames;
    }

    /** Forgets all pictures: the next episode begins. */
    public void clear() {
        for (long[] channel : counts) {
            java.util.Arrays.fill(channel, 0);
        }
        frames = 0;
    }

    /** Which of {@code length} frames LeRobot looks at: some 100 of up to 500, then the 0.75th power, at most 10000. */
    public static int[] sampleIndices(int length) {
        int samples =
                Math.max(Math.min(length, LEAST_SAMPLES), Math.min((int) Math.pow(length, SAMPLE_POWER), MOST_SAMPLES));
        int[] indices = new int[samples];
        double step = samples < 2 ? 0 : (double) (length - 1) / (samples - 1);
        for (int i = 0; i < samples; i++) {
            indices[i] = (int) Math.rint(i == samples - 1 ? length - 1 : i * step);
        }
        if (samples == 1) {
            indices[0] = 0;
        }
        return indices;
    }

    /**
     * The statistics, in the shape (3, 1, 1), with brightness from 0 to 1.
     *
     * @throws IllegalStateException where there was no picture
     */
    public FeatureStatistics result(FormatVersion version) {
        if (frames == 0) {
            throw new IllegalStateException("There was no picture");
        }
        Map<String, double[]> all = new LinkedHashMap<>();
        FeatureStatistics.BASIC.forEach(name -> all.put(name, new double[CHANNELS]));
        if (version == FormatVersion.V3_0) {
            FeatureStatistics.QUANTILES.keySet().forEach(name -> all.put(name, new double[CHANNELS]));
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            channel(channel, version, all);
        }
        Map<String, StatArray> named = new LinkedHashMap<>();
        all.forEach((name, values) -> named.put(
                name, name.equals("count") ? StatArray.count(frames) : StatArray.of(values, false, CHANNELS, 1, 1)));
        return FeatureStatistics.of(named);
    }

    private void channel(int channel, FormatVersion version, Map<String, double[]> all) {
        long[] levels = counts[channel];
        long pixels = 0;
        double sum = 0;
        double squares = 0;
        int least = -1;
        int greatest = 0;
        for (int level = 0; level < LEVELS; level++) {
            if (levels[level] > 0) {
                least = least < 0 ? level : least;
                greatest = level;
                pixels += levels[level];
                sum += (double) level * levels[level];
            }
        }
        double mean = sum / pixels;
        for (int level = least; level <= greatest; level++) {
            squares += (level - mean) * (level - mean) * levels[level];
        }
        boolean single = version == FormatVersion.V3_0;
        all.get("min")[channel] = Sums.round(least / FULL, single);
        all.get("max")[channel] = Sums.round(greatest / FULL, single);
        all.get("mean")[channel] = Sums.round(mean / FULL, single);
        all.get("std")[channel] = Sums.round(Math.sqrt(squares / pixels) / FULL, single);
        if (single) {
            quantiles(levels, least, greatest).all().forEach((name, value) -> all.get(name)[channel] = value / FULL);
        }
    }

    private static Quantiles quantiles(long[] levels, int least, int greatest) {
        double[] values = new double[greatest - least + 1];
        long[] times = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = least + i;
            times[i] = levels[least + i];
        }
        return new Quantiles(values, times, true);
    }
}
