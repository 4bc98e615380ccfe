/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

import dev.tendon.api.option.ConfigException;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.internal.FfmpegVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Video files, a service. Thread: any; each call is on its own. Files that are written are synced before the call returns, and removed where
 * it fails; writing aside and moving into place is the caller's, who knows the whole that a file belongs to.
 *
 * <p>Where FFmpeg's libraries cannot be loaded, every call throws an IOException that says so.
 */
@ProviderType
public interface Video {
    /**
     * One without a framework, for tests and programs of their own.
     *
     * @param natives says where the native libraries are unpacked
     */
    static Video of(Natives natives) {
        return new FfmpegVideo(natives);
    }

    /**
     * Encoders that work on this machine, by the names that {@link VideoEncoding#vcodec} takes. Hardware encoders are tried, so that the
     * first call may take some 100 ms.
     */
    List<String> encoders() throws IOException;

    /**
     * Checks an encoding against what is there: {@code auto} becomes the codec that it means, a preset left out becomes the codec's
     * default, as LeRobot does it.
     *
     * @throws ConfigException where the encoder is not there, or does not take these options
     */
    VideoEncoding resolve(VideoEncoding encoding) throws IOException;

    /**
     * Begins a file, replacing one that is there.
     *
     * @param encoderThreads LeRobot's {@code encoder_threads}: threads of the encoder; empty: the codec decides
     * @throws ConfigException as {@link #resolve}, or where the codec does not take the size (libsvtav1 needs 16x16 at least)
     */
    VideoEncoder encode(
            Path file, PictureFormat pictures, VideoEncoding encoding, VideoForm form, OptionalInt encoderThreads)
            throws IOException;

    /**
     * Begins two files of the same frames, replacing those that are there: one in form {@link VideoForm#FRAGMENTED}, from which a crash takes
     * only the end, and one in form {@link VideoForm#PLAIN}, so that nothing is left to be copied once it is finished. What the encoder
     * tells of itself is told of the first. Where the second cannot be written it is given up and removed, and the first goes on.
     *
     * @param encoderThreads as {@link #encode}
     * @throws ConfigException as {@link #encode}
     */
    VideoEncoder encodeTwice(
            Path fragmented, Path plain, PictureFormat pictures, VideoEncoding encoding, OptionalInt encoderThreads)
            throws IOException;

    /**
     * Opens an MP4 file for decoding; of a torn one, what is whole. Codecs: what FFmpeg knows, among them av1, h264, hevc, vp9, mpeg4.
     *
     * @param decoderThreads threads of the decoder; 1 is best where several readers work side by side
     */
    VideoReader open(Path file, int decoderThreads) throws IOException;

    /** What a file says of itself. Decodes nothing; reads the whole file only if it is fragmented. */
    VideoInfo probe(Path file) throws IOException;

    /**
     * How many whole frames are at the beginning of a fragmented file that was torn off or damaged at its end. The frames of its last
     * seconds are decoded for that, since a loss of power may leave a file of the right size with the wrong bytes.
     */
    long wholeFrames(Path fragmented) throws IOException;

    /**
     * Copies the first frames of a file, whole or torn, without encoding anew, into a plain MP4 whose index comes first.
     *
     * @param frames how many; more than there are: all that are whole
     * @return how many were copied
     */
    long remux(Path from, Path to, long frames) throws IOException;

    /**
     * Joins files without encoding anew, as LeRobot does it ({@code concatenate_video_files}): one after the other, each beginning where
     * the one before ends.
     *
     * @return where each of them lies in the result
     * @throws VideoMismatchException where they differ in codec, size, pixel format or rate
     */
    List<Span> concat(List<Path> parts, Path to) throws IOException;

    /**
     * Takes the frames from one time (included) to another (excluded), half a frame's tolerance; the result begins at 0. Copied where the
     * part begins with a key frame and holds whole groups of pictures, else encoded anew.
     *
     * @param encoding used only where it must be encoded
     * @return whether it was copied
     */
    boolean cut(Path from, Span part, Path to, VideoEncoding encoding) throws IOException;
}
