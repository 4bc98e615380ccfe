/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How frames are encoded: LeRobot's options and defaults ({@code configs/video.py} of huggingface/lerobot 7427f3180, {@code
 * RGBEncoderConfig}). Which of the codecs are there, and what each takes, {@link Video#resolve} knows.
 *
 * <p>{@code h264} is OpenH264, which knows no constant rate factor: every frame gets the quantiser {@code crf}, rounded, 1 to 51. On H.264's
 * scale the two mean about the same quality.
 */
@Describe("How camera frames are encoded")
public record VideoEncoding(
        @Describe(
                        "Codec: libsvtav1, h264 (by OpenH264), a hardware encoder (h264_nvenc …), hevc (hardware only), or auto: "
                                + "the first hardware encoder that works, else libsvtav1")
                @Default("libsvtav1")
                String vcodec,
        @Describe("Pixel format of the coded frames") @Default("yuv420p") String pixFmt,
        @Describe("A key frame every so many frames; 2 makes random access fast") @Default("2") int g,
        @Describe("Quality, lower is better: libsvtav1 0 to 63; h264 takes it as the quantiser of every frame, 1 to 51")
                @Default("30")
                double crf,
        @Describe("Speed against size, in the codec's own terms; libsvtav1: -1 to 13, default 12; h264 has none")
                Optional<String> preset,
        @Describe("Make it cheaper to decode; libsvtav1: 0 to 2; h264: 1 drops deblocking") @Default("0")
                int fastDecode,
        @Describe("Who encodes; pyav is LeRobot's word for FFmpeg, which it is") @Default("pyav") String videoBackend,
        @Describe("Further options of the codec by FFmpeg's names, such as {svtav1-params: film-grain=8}")
                Map<String, String> extraOptions) {
    /** LeRobot's {@code VALID_VIDEO_CODECS}. */
    private static final List<String> KNOWN = List.of(
            "auto",
            "libsvtav1",
            "h264",
            "hevc",
            "libaom-av1",
            "h264_videotoolbox",
            "hevc_videotoolbox",
            "h264_nvenc",
            "hevc_nvenc",
            "h264_vaapi",
            "h264_qsv");

    /** Other names for the same: LeRobot's {@code VIDEO_CODECS_ALIASES}, and the encoder that is meant by h264. */
    private static final Map<String, String> ALIASES = Map.of("av1", "libsvtav1", "libopenh264", "h264");

    /** LeRobot's {@code rgb_encoder_defaults()}. */
    public static final VideoEncoding DEFAULT =
            new VideoEncoding("libsvtav1", "yuv420p", 2, 30, Optional.empty(), 0, "pyav", Map.of());

    public VideoEncoding {
        List<String> problems = new ArrayList<>();
        vcodec = ALIASES.getOrDefault(vcodec, vcodec);
        if (!KNOWN.contains(vcodec)) {
            problems.add("There is no vcodec " + vcodec + ". Known are " + String.join(", ", KNOWN));
        }
        if (g < 1) {
            problems.add("g=" + g + ": a key frame every so many frames, 1 at least");
        }
        if (!(crf >= 0 && crf <= 63)) {
            problems.add("crf=" + crf + " is not between 0 and 63");
        }
        if (fastDecode < 0) {
            problems.add("fast_decode=" + fastDecode + " is less than 0, which switches it off");
        }
        if (!videoBackend.equals("pyav")) {
            problems.add("video_backend=" + videoBackend + ": LeRobot knows pyav only, which means FFmpeg here");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        extraOptions = Map.copyOf(extraOptions);
    }

    /** The same with another codec. */
    public VideoEncoding withVcodec(String other) {
        return new VideoEncoding(other, pixFmt, g, crf, preset, fastDecode, videoBackend, extraOptions);
    }

    /** The same with another preset. */
    public VideoEncoding withPreset(String other) {
        return new VideoEncoding(vcodec, pixFmt, g, crf, Optional.of(other), fastDecode, videoBackend, extraOptions);
    }

    /**
     * The block {@code info} of a video feature in {@code info.json}, in LeRobot's order ({@code get_video_info}): what the file says, then
     * how it was encoded. Values are strings, whole numbers, fractions, booleans, maps and null.
     *
     * @param file a file written with this encoding
     */
    public Map<String, @Nullable Object> info(VideoInfo file) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("video.height", file.height());
        info.put("video.width", file.width());
        info.put("video.codec", file.codec());
        info.put("video.pix_fmt", file.pixFmt());
        info.put("video.fps", (int) file.fps());
        info.put("video.channels", file.channels());
        info.put("has_audio", file.hasAudio());
        info.put("video.g", g);
        info.put("video.crf", number(crf));
        info.put("video.preset", preset.map(VideoEncoding::numberOrText).orElse(null));
        info.put("video.fast_decode", fastDecode);
        info.put("video.video_backend", videoBackend);
        info.put("video.extra_options", extraOptions);
        info.put("is_depth_map", false);
        return info;
    }

    private static Object number(double value) {
        if (value == Math.rint(value)) {
            return (int) value;
        }
        return value;
    }

    private static Object numberOrText(String text) {
        return text.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(text) : text;
    }
}
