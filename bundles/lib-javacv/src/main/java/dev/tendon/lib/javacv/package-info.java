/**
 * The one thing that a user of JavaCV must have before its first call: {@link dev.tendon.lib.javacv.Natives}. Everything else in
 * this bundle is upstream's.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Devices are read with OpenCV, files with FFmpeg. FFmpeg could read devices, too, and would save OpenCV's 20 MB; but its
 *       libavdevice is linked against X11, ALSA and PulseAudio, which a robot's computer seldom has. Upstream's OpenCV is built
 *       without FFmpeg, so that it reads no file worth the name.
 *   <li>FFmpeg is the LGPL build. x264 and x265 are in upstream's GPL build only and stay out.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.lib.javacv;
