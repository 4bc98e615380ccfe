/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.api.option.ConfigException;
import dev.tendon.video.VideoEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avutil.AVOption;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * FFmpeg's options for an encoding, as LeRobot sets them ({@code VideoEncoderConfig.get_codec_options} of 7427f3180), with what OpenH264
 * needs instead of x264's.
 */
record EncoderOptions(Map<String, String> values) {
    private static final String SVT_PARAMS = "svtav1-params";

    /** Sequences so short that SVT-AV1's lookahead has nothing to look at; see the decisions of the package. */
    private static final int NO_LOOKAHEAD_GROUP = 2;

    private static final int H264_MAX_QUANTISER = 51;
    private static final int MAX_FAST_DECODE = 2;

    static EncoderOptions of(VideoEncoding encoding, OptionalInt threads) {
        Map<String, String> set = new LinkedHashMap<>();
        set.put("g", Integer.toString(encoding.g()));
        String crf = text(encoding.crf());
        switch (encoding.vcodec()) {
            case "libsvtav1" -> {
                set.put("crf", crf);
                encoding.preset().ifPresent(preset -> set.put("preset", preset));
                set.put(SVT_PARAMS, svt(encoding, threads));
            }
            case "h264" -> openH264(encoding, threads, set);
            case "h264_videotoolbox", "hevc_videotoolbox" -> {
                double quality = Math.max(1, Math.min(100, 100 - encoding.crf() * 2));
                set.put("flags", "+qscale");
                set.put("global_quality", text(Math.rint(quality * FF_QP2LAMBDA)));
            }
            case "h264_nvenc", "hevc_nvenc" -> {
                set.put("rc", "0");
                set.put("qp", crf);
                encoding.preset().ifPresent(preset -> set.put("preset", preset));
            }
            case "h264_vaapi" -> set.put("qp", crf);
            case "h264_qsv" -> {
                set.put("global_quality", crf);
                encoding.preset().ifPresent(preset -> set.put("preset", preset));
            }
            default -> throw new IllegalArgumentException(encoding.vcodec());
        }
        encoding.extraOptions().forEach((name, value) -> {
            if (!name.equals(SVT_PARAMS)) {
                taken(set.putIfAbsent(name, value) == null, name, encoding);
            }
        });
        return new EncoderOptions(set);
    }

    private static void taken(boolean free, String name, VideoEncoding encoding) {
        if (!free) {
            throw new ConfigException("extra_options sets " + name + ", which follows from the other options of vcodec="
                    + encoding.vcodec() + " already. Leave it out there");
        }
    }

    private static String svt(VideoEncoding encoding, OptionalInt threads) {
        if (encoding.fastDecode() > MAX_FAST_DECODE) {
            throw new ConfigException("fast_decode=" + encoding.fastDecode() + ": libsvtav1 knows 0, 1 and 2");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("fast-decode", Integer.toString(encoding.fastDecode()));
        threads.ifPresent(count -> parts.put("lp", Integer.toString(count)));
        String extra = encoding.extraOptions().getOrDefault(SVT_PARAMS, "");
        for (String part : extra.isEmpty() ? new String[0] : extra.split(":", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new ConfigException(
                        "extra_options: " + SVT_PARAMS + "=" + extra + " is not of the form name=value:name=value");
            }
            String name = part.substring(0, equals);
            taken(parts.putIfAbsent(name, part.substring(equals + 1)) == null, SVT_PARAMS + " " + name, encoding);
        }
        if (encoding.g() <= NO_LOOKAHEAD_GROUP) {
            parts.putIfAbsent("lookahead", "0");
        }
        return String.join(
                ":", parts.entrySet().stream().map(Map.Entry::toString).toList());
    }

    private static void openH264(VideoEncoding encoding, OptionalInt threads, Map<String, String> set) {
        long quantiser = Math.round(encoding.crf());
        if (quantiser < 1 || quantiser > H264_MAX_QUANTISER) {
            throw new ConfigException("crf=" + text(encoding.crf())
                    + ": h264 takes it as the quantiser of every frame, 1 to " + H264_MAX_QUANTISER);
        }
        if (encoding.preset().isPresent()) {
            throw new ConfigException("preset=" + encoding.preset().get()
                    + ": h264 is encoded by OpenH264 here, which has no presets (they are x264's). Leave it out");
        }
        set.put("rc_mode", "quality");
        set.put("qmin", Long.toString(quantiser));
        set.put("qmax", Long.toString(quantiser));
        if (encoding.fastDecode() > 0) {
            set.put("loopfilter", "0");
            set.put("coder", "cavlc");
        }
        threads.ifPresent(count -> set.put("threads", Integer.toString(count)));
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
    }

    /**
     * Compares with what FFmpeg says that the codec takes.
     *
     * @throws ConfigException with all that does not fit
     */
    void check(AVCodec codec, VideoEncoding encoding) {
        List<String> problems = new ArrayList<>();
        pixelFormat(codec, encoding, problems);
        values.forEach((name, value) -> option(codec, name, value, encoding, problems));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void pixelFormat(AVCodec codec, VideoEncoding encoding, List<String> problems) {
        int format = av_get_pix_fmt(encoding.pixFmt());
        List<String> taken = pixelFormats(codec);
        if (format == AV_PIX_FMT_NONE || (!taken.isEmpty() && !taken.contains(encoding.pixFmt()))) {
            problems.add("pix_fmt=" + encoding.pixFmt() + ": vcodec=" + encoding.vcodec() + " takes "
                    + String.join(", ", taken));
            return;
        }
        AVPixFmtDescriptor described = av_pix_fmt_desc_get(format);
        if (described.nb_components() < 3) {
            problems.add("pix_fmt=" + encoding.pixFmt() + " has no colours, and camera frames have");
        }
    }

    private static List<String> pixelFormats(AVCodec codec) {
        List<String> names = new ArrayList<>();
        try (PointerPointer<Pointer> formats = new PointerPointer<>(1L);
                IntPointer count = new IntPointer(1L)) {
            formats.put(0, (Pointer) null);
            count.put(0, 0);
            if (avcodec_get_supported_config(null, codec, AV_CODEC_CONFIG_PIX_FORMAT, 0, formats, count) >= 0
                    && formats.get(0) != null) {
                IntPointer all = new IntPointer(formats.get(0));
                for (int i = 0; i < count.get(); i++) {
                    names.add(av_get_pix_fmt_name(all.get(i)).getString());
                }
            }
        }
        return names;
    }

    private static void option(
            AVCodec codec, String name, String value, VideoEncoding encoding, List<String> problems) {
        AVOption option = find(codec, name);
        if (option == null) {
            if (encoding.extraOptions().containsKey(name)) {
                problems.add("extra_options: vcodec=" + encoding.vcodec() + " has no option " + name + ". It has "
                        + String.join(", ", names(codec)));
            }
            return;
        }
        boolean whole = option.type() == AV_OPT_TYPE_INT
                || option.type() == AV_OPT_TYPE_INT64
                || option.type() == AV_OPT_TYPE_UINT64;
        if (!whole && option.type() != AV_OPT_TYPE_FLOAT && option.type() != AV_OPT_TYPE_DOUBLE) {
            return;
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            // A named constant of the option; FFmpeg knows which there are.
            return;
        }
        if (whole && number != Math.rint(number)) {
            problems.add(name + "=" + value + ": vcodec=" + encoding.vcodec() + " takes whole numbers");
        } else if (option.min() < option.max() && (number < option.min() || number > option.max())) {
            problems.add(name + "=" + value + ": vcodec=" + encoding.vcodec() + " takes " + text(option.min()) + " to "
                    + text(option.max()));
        }
    }

    /** The private option of that name; null: it has none (it may be one that all codecs share). */
    private static @org.jspecify.annotations.Nullable AVOption find(AVCodec codec, String name) {
        try (PointerPointer<Pointer> object = new PointerPointer<>(1L)) {
            object.put(0, codec.priv_class());
            return codec.priv_class() == null ? null : av_opt_find(object, name, null, 0, AV_OPT_SEARCH_FAKE_OBJ);
        }
    }

    private static TreeSet<String> names(AVCodec codec) {
        TreeSet<String> names = new TreeSet<>();
        try (PointerPointer<Pointer> object = new PointerPointer<>(1L)) {
            object.put(0, codec.priv_class());
            AVOption option = codec.priv_class() == null ? null : av_opt_next(object, null);
            while (option != null) {
                if (option.type() != AV_OPT_TYPE_CONST) {
                    names.add(option.name().getString());
                }
                option = av_opt_next(object, option);
            }
        }
        return names;
    }
}
