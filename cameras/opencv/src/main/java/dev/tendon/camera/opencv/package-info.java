/**
 * Cameras through OpenCV, and video files and image sequences as cameras: choice {@code opencv}. Start at {@link
 * dev.tendon.camera.opencv.OpenCvCameraType}.
 *
 * <p>{@link dev.tendon.camera.opencv.DeviceCamera} reads a device through a {@link dev.tendon.camera.opencv.Capture}, {@link
 * dev.tendon.camera.opencv.FileCamera} plays a {@link dev.tendon.camera.opencv.VideoFile}, {@link
 * dev.tendon.camera.opencv.CameraSearch} finds devices. Native calls are in {@link dev.tendon.camera.opencv.OpenCvCapture}, {@link
 * dev.tendon.camera.opencv.DefaultMode}, {@link dev.tendon.camera.opencv.VideoFile} and {@link
 * dev.tendon.camera.opencv.LinuxVideoCalls} only.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Files are decoded by FFmpeg: upstream's OpenCV is built without it and reads no modern video.
 *   <li>The thread that opens a device is the one that reads and closes it: OpenCV's capture bears no second thread, and a read of a
 *       device that delivers nothing blocks for a second ({@link dev.tendon.camera.opencv.OpenCvSettings}). {@code close()} waits a second and then leaves the
 *       thread to close the device when the read returns.
 *   <li>A file has no end: it begins again, as a camera would go on. With {@code loop=false} its last picture stays, and grows old.
 *   <li>On simulated time a file delivers the picture that is due when somebody looks; a device is refused, since real pictures would
 *       fall into an invented time.
 *   <li>What a device can do is asked of the kernel, not of OpenCV, which opens a device in its default mode and tells that one. Whether it is
 *       in use shows in a request for no buffers, which a driver refuses while another program streams, and which changes nothing
 *       otherwise.
 *   <li>Libraries are loaded from the moment that a camera is made, on a thread of their own: it takes a third of a second, in which the
 *       robot connects.
 *   <li>A setting that was not taken is an error, the pixel format included, which LeRobot only warns of: a picture in another format
 *       comes at another rate.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.camera.opencv;
