/**
 * The verbs {@code tendon policy info}, {@code check}, {@code run} and {@code export}: a checkpoint without a robot.
 *
 * <p>Thread: each verb's own.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.inference;
