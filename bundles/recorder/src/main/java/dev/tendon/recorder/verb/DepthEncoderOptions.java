/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import java.util.Map;
import java.util.Optional;

/** LeRobot's options for depth cameras (0.6, configs/video.py, DepthEncoderConfig), of which there are none here. */
@Describe("How depth frames are encoded")
record DepthEncoderOptions(
        @NoEffect(WHY) @Describe("Codec") Optional<String> vcodec,
        @NoEffect(WHY) @Describe("Pixel format") Optional<String> pixFmt,
        @NoEffect(WHY) @Describe("A key frame every so many frames") Optional<Integer> g,
        @NoEffect(WHY) @Describe("Quality, lower is better") Optional<Double> crf,
        @NoEffect(WHY) @Describe("Speed against size") Optional<String> preset,
        @NoEffect(WHY) @Describe("Make it cheaper to decode") Optional<Integer> fastDecode,
        @NoEffect(WHY) @Describe("Who encodes") Optional<String> videoBackend,
        @NoEffect(WHY) @Describe("Further options of the codec") Optional<Map<String, String>> extraOptions,
        @NoEffect(WHY) @Describe(value = "Nearest depth", unit = "m") Optional<Double> depthMin,
        @NoEffect(WHY) @Describe(value = "Farthest depth", unit = "m") Optional<Double> depthMax,
        @NoEffect(WHY) @Describe(value = "Added before the logarithm", unit = "m") Optional<Double> shift,
        @NoEffect(WHY) @Describe("Logarithmic steps") Optional<Boolean> useLog) {
    static final String WHY = "no camera here measures depth";
}
