/**
 * Feetech's STS servo protocol: packets, the control table of the STS3215, and a bus with retries and deadlines.
 *
 * <p>Start at {@link dev.tendon.feetech.FeetechBus}, for who drives servos, or at {@link dev.tendon.feetech.InstructionDecoder}, for
 * who simulates them:
 *
 * <pre>{@code
 * FeetechBus bus = new FeetechBus(lease, context.clock(), BusSettings.at(1_000_000), context.label());
 * int[] ids = {1, 2, 3};
 * int[] ticks = new int[3];
 * bus.syncRead(Sts3215.PRESENT_POSITION, ids, ticks);
 * bus.syncWrite(Sts3215.GOAL_POSITION, ids, ticks);
 * }</pre>
 *
 * <p>A bus belongs to one thread. Decoders too. Registers, settings and packets are values.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The decoder never waits for a packet longer than the one that is due. So a broken length field costs at most the bytes of
 *       one good packet, and that packet itself is never lost.
 *   <li>The protocol has no sequence numbers: an answer that comes after its deadline looks like the answer to the next question. So
 *       after a missed answer the bus waits for silence before it asks again.
 *   <li>The first try of a {@code syncRead} is cut short by what answers took lately ({@code AnswerTimes}): with the longest time
 *       that adapter and servos may need, one lost packet cost 14 ms of a 16.7 ms tick; now some 2 ms. The tries after it wait for
 *       the longest, so that a bus that has become slower is learned, not lost.
 *   <li>A status error (overheated, overloaded) does not fail a {@code syncRead}: the value is good, and a loop that stopped reading
 *       would know less, not more. It is counted and kept by motor. A single read or write throws {@link
 *       dev.tendon.feetech.MotorFaultException}.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.feetech;
