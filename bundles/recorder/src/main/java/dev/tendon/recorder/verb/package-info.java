/** The verb {@code tendon record}: its options, keys, signals, and what it tells. */
@org.jspecify.annotations.NullMarked
package dev.tendon.recorder.verb;
