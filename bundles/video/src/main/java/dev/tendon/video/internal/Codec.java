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
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** An opened codec. Thread: one at a time. */
final class Codec implements AutoCloseable {
    private final AVCodecContext context;
    private boolean closed;

    Codec(AVCodecContext context) {
        this.context = context;
    }

    /**
     * Opens an encoder.
     *
     * @throws ConfigException where it does not take what is asked for
     */
    static Codec encoder(AVCodec codec, PictureFormat pictures, VideoEncoding encoding, OptionalInt threads) {
        AVCodecContext context = avcodec_alloc_context3(codec);
        if (context == null) {
            throw new OutOfMemoryError("for an encoder");
        }
        Codec opened = new Codec(context);
        AVDictionary options = new AVDictionary(null);
        try {
            context.width(pictures.width());
            context.height(pictures.height());
            context.pix_fmt(av_get_pix_fmt(encoding.pixFmt()));
            context.time_base(rational(1, pictures.fps()));
            context.framerate(rational(pictures.fps(), 1));
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            EncoderOptions.of(encoding, threads)
                    .values()
                    .forEach((name, value) -> av_dict_set(options, name, value, 0));
            int code = avcodec_open2(context, codec, options);
            if (code < 0) {
                throw new ConfigException(
                        "vcodec=" + encoding.vcodec() + " does not take " + pictures.width() + "x" + pictures.height()
                                + " at " + pictures.fps() + " fps with " + encoding + ": " + Ffmpeg.message(code));
            }
            List<String> unknown = left(options);
            if (!unknown.isEmpty()) {
                throw new ConfigException(
                        "vcodec=" + encoding.vcodec() + " has no option " + String.join(", ", unknown));
            }
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    private static List<String> left(AVDictionary options) {
        List<String> names = new ArrayList<>();
        AVDictionaryEntry entry = av_dict_iterate(options, null);
        while (entry != null) {
            names.add(entry.key().getString());
            entry = av_dict_iterate(options, entry);
        }
        return names;
    }

    static AVRational rational(int numerator, int denominator) {
        AVRational rational = new AVRational();
        rational.num(numerator);
        rational.den(denominator);
        return rational;
    }

    AVCodecContext context() {
        if (closed) {
            throw new IllegalStateException("the codec is closed");
        }
        return context;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avcodec_free_context(context);
        }
    }
}
