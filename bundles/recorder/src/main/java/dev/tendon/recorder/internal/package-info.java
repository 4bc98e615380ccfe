/** How it is done. Start at {@link dev.tendon.recorder.internal.Recorder}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.recorder.internal;
