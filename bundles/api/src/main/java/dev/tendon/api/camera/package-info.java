/** Cameras: start at {@link dev.tendon.api.camera.CameraType}. A camera owns one thread and a pool of pictures; see {@link dev.tendon.api.frame}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.camera;
