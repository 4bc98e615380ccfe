/**
 * What robots, teleoperators and cameras have in common: their context, how they fail, and how they are replaced while they
 * run.
 *
 * <p>Start at {@link dev.tendon.api.device.DeviceContext} (what a driver gets) and {@link dev.tendon.api.device.Adoptable} (hot
 * swap). Preparing a driver does no I/O; what can be open only once is leased ({@link dev.tendon.api.device.Lease}) from a
 * bundle that stays.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>State moves between versions as text, not as objects: a class of the old version must not live on in the new one.
 *   <li>The host can take a lease by force and apply the holder's own rule, so that a driver that never returns still ends
 *       safe.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.device;
