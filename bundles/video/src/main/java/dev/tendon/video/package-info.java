/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Video files: encode, decode, cut, join and rescue them. The service is {@link dev.tendon.video.Video}; nothing here knows of datasets.
 *
 * <pre>{@code
 * try (VideoEncoder encoder = video.encode(file, new PictureFormat(640, 480, 30), VideoEncoding.DEFAULT, FRAGMENTED, OptionalInt.empty())) {
 *     while (recording) {
 *         encoder.write(rgb); // a thread of its own: may take 200 ms
 *     }
 *     encoder.finish();
 * }
 * video.remux(file, finished, Long.MAX_VALUE);
 * }</pre>
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A running recording is a fragmented MP4, and every frame that the encoder gives out is a fragment of its own. Some 100
 *       bytes each buy that a killed process loses only what is inside the encoder. Finished
 *       files are plain MP4: the fragments are copied, not encoded again.
 *   <li>SVT-AV1 with LeRobot's settings keeps 12 to 13 frames at 30 fps, and up to 52 if it falls behind. With a key frame every second
 *       frame its lookahead changes no bit of the result (a test holds it to that), so it is switched off there: 11 frames, 29 at most. Low
 *       delay would keep none, but makes files a third larger.
 *   <li>FFmpeg's C interface, not JavaCV's FFmpegFrameRecorder and FFmpegFrameGrabber: those hide fragments, errors of the disk and
 *       the index.
 *   <li>The pixels' way from and to RGB is swscale with bilinear interpolation and BT.601 where a file says nothing, as in PyAV, through which
 *       LeRobot goes: so numbers are the same.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.video;
