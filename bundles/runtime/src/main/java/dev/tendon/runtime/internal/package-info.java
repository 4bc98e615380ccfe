/**
 * How sessions work.
 *
 * <p>Start at {@link dev.tendon.runtime.internal.ControlLoop} (the tick) and {@link
 * dev.tendon.runtime.internal.DefaultSession} (what is around it). {@link dev.tendon.runtime.internal.Opening} makes one, {@link
 * dev.tendon.runtime.internal.Successors} and {@link dev.tendon.runtime.internal.Replacement} exchange what sits in its {@link
 * dev.tendon.runtime.internal.Seat}s, {@link dev.tendon.runtime.internal.Planner} runs a policy beside it.
 *
 * <p>Threads of a session NAME: {@code tendon-control-NAME} (the loop), {@code tendon-policy-…} (plans), {@code
 * tendon-watchdog-NAME}, {@code tendon-events-NAME} (the listener), and short ones for connecting, preparing and closing.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.runtime.internal;
