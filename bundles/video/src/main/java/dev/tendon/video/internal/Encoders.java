/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.api.option.ConfigException;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.VideoEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodec;

/** Which encoders work here, and which of them an encoding means. Hardware is tried once. Thread: any. */
final class Encoders {
    /** LeRobot's order of preference for {@code auto} ({@code HW_VIDEO_CODECS}). */
    private static final List<String> HARDWARE =
            List.of("h264_videotoolbox", "hevc_videotoolbox", "h264_nvenc", "hevc_nvenc", "h264_vaapi", "h264_qsv");

    private static final List<String> SOFTWARE = List.of("libsvtav1", "h264");
    private static final PictureFormat TRIAL = new PictureFormat(640, 480, 30);
    private static final String SVT_PRESET = "12";

    private final Object lock = new Object();
    private List<String> working = List.of();

    /** Encoders that work here, by LeRobot's names. */
    List<String> working() {
        synchronized (lock) {
            if (working.isEmpty()) {
                List<String> found = new ArrayList<>();
                for (String name : SOFTWARE) {
                    if (avcodec_find_encoder_by_name(ffmpegName(name)) != null) {
                        found.add(name);
                    }
                }
                for (String name : HARDWARE) {
                    if (opens(name)) {
                        found.add(name);
                    }
                }
                working = List.copyOf(found);
            }
            return working;
        }
    }

    /**
     * The encoding with its codec and preset decided.
     *
     * @throws ConfigException where the codec is not there or does not take its options
     */
    VideoEncoding resolve(VideoEncoding encoding) {
        String vcodec = encoding.vcodec();
        if (vcodec.equals("auto")) {
            vcodec = HARDWARE.stream().filter(working()::contains).findFirst().orElse("libsvtav1");
        } else if (vcodec.equals("hevc")) {
            vcodec = HARDWARE.stream()
                    .filter(name -> name.startsWith("hevc_") && working().contains(name))
                    .findFirst()
                    .orElseThrow(
                            () -> missing("hevc", "HEVC is encoded by hardware only, and none that works was found"));
        } else if (HARDWARE.contains(vcodec) && !working().contains(vcodec)) {
            throw missing(vcodec, "That encoder does not work on this machine");
        }
        if (vcodec.equals("libaom-av1")) {
            throw missing(
                    vcodec,
                    "That encoder crashes at 640x480 in the FFmpeg that comes with Tendon; libsvtav1 writes AV1, too");
        }
        VideoEncoding resolved = encoding.withVcodec(vcodec);
        if (vcodec.equals("libsvtav1") && resolved.preset().isEmpty()) {
            resolved = resolved.withPreset(SVT_PRESET);
        }
        EncoderOptions.of(resolved, OptionalInt.empty()).check(codec(resolved), resolved);
        return resolved;
    }

    private ConfigException missing(String vcodec, String why) {
        return new ConfigException("vcodec=" + vcodec + ": " + why + ". There are " + String.join(", ", working()));
    }

    /** FFmpeg's encoder for a resolved encoding. */
    static AVCodec codec(VideoEncoding resolved) {
        AVCodec codec = avcodec_find_encoder_by_name(ffmpegName(resolved.vcodec()));
        if (codec == null) {
            throw new ConfigException("vcodec=" + resolved.vcodec() + ": FFmpeg is built without it here");
        }
        return codec;
    }

    private static String ffmpegName(String vcodec) {
        return vcodec.equals("h264") ? "libopenh264" : vcodec;
    }

    private static boolean opens(String name) {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            return false;
        }
        VideoEncoding encoding = VideoEncoding.DEFAULT.withVcodec(name);
        try (Codec trial = Codec.encoder(codec, TRIAL, encoding, OptionalInt.empty())) {
            return trial.context() != null;
        } catch (ConfigException e) {
            return false;
        }
    }
}
