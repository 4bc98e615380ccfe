/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avutil.*;

import com.sun.jna.Library;
import com.sun.jna.Native;
import dev.tendon.lib.javacv.Natives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What all native calls share: FFmpeg is set up once, and its error codes become exceptions. */
final class Ffmpeg {
    /** More than a frame of 16384 pixels a side would need; what asks for more is a damaged file. */
    private static final long MAX_ALLOCATION = 1L << 30;

    private static final int NO_SPACE = -28;
    private static final int OVER_QUOTA = -122;

    private static final class Once {
        static final boolean DONE = setUp();
    }

    private Ffmpeg() {}

    /**
     * Loads it, one thread at a time with all other users of JavaCPP, and sets it up.
     *
     * @throws IOException where the libraries cannot be loaded
     */
    static void load(Natives natives) throws IOException {
        try {
            natives.ffmpeg();
            if (!Once.DONE) {
                throw new IllegalStateException();
            }
        } catch (LinkageError e) {
            throw new IOException(
                    "FFmpeg's libraries cannot be loaded on this machine (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + "): " + e.getMessage()
                            + ". Video needs Linux on x86-64 here",
                    e);
        }
    }

    private static boolean setUp() {
        av_log_set_level(AV_LOG_FATAL);
        av_max_alloc(MAX_ALLOCATION);
        quietSvt();
        return true;
    }

    /** SVT-AV1 prints a page on standard error for each encoder, unless the environment says otherwise before its first. */
    private static void quietSvt() {
        try {
            Native.load("c", Libc.class).setenv("SVT_LOG", "1", 0);
        } catch (LinkageError e) {
            // No C library by that name: then it prints.
            return;
        }
    }

    /** The C library. */
    interface Libc extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /** Passes {@code code} on, unless it is an error. */
    static int check(int code, Path file, String what) throws IOException {
        if (code < 0) {
            throw error(code, file, what);
        }
        return code;
    }

    static IOException error(int code, Path file, String what) {
        if (code == NO_SPACE || code == OVER_QUOTA) {
            return new IOException(file + ": " + what + ": the disk is full. Free some space there");
        }
        return new IOException(file + ": " + what + ": " + message(code));
    }

    static String message(int code) {
        byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
