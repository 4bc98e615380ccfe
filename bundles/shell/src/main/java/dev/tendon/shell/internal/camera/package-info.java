/** {@code tendon find-cameras}: start at {@link dev.tendon.shell.internal.camera.FindCamerasVerb}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.camera;
