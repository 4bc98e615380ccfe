/**
 * Serial ports, leased to drivers.
 *
 * <p>Start at {@link dev.tendon.serial.SerialPorts}: a driver asks that service for a port and gets a {@link
 * dev.tendon.serial.SerialLease}, which the host may move to the driver's successor or take back.
 *
 * <pre>{@code
 * SerialLease lease = ports.open(new SerialRequest("/dev/ttyACM0", 1_000_000, "so101_follower"), context);
 * lease.safeEnd(torqueOff); // sent if the host has to take the port from us
 * lease.write(packet, 0, packet.length);
 * int count = lease.read(answer, 0, answer.length, context.clock().nanoTime() + 5_000_000);
 * }</pre>
 *
 * <p>Who brings another kind of port (a simulator, a network gateway) publishes a {@link dev.tendon.serial.SerialPortProvider}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A port belongs to this bundle, not to the driver, so that a driver is replaced while its motors hold their torque.
 *   <li>Reads have an absolute deadline and never block without one: a driver waits inside its tick. Streams and event listeners
 *       were rejected: both bring threads and allocation.
 *   <li>One broken provider (a native library that does not load here) must not take the others down; it is named where it is missed.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.serial;
