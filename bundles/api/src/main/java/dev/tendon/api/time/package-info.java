/**
 * Time as everything in Tendon sees it: one injectable, monotonic clock.
 *
 * <p>Start at {@link dev.tendon.api.time.Clock}. Nothing else may read the system's time: a loop, a driver and a
 * simulator that share one clock can run faster than real time and are tested without a sleep.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.time;
