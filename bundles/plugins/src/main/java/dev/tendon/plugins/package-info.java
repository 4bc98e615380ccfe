/**
 * The plugin store: install, update, resolve, try, commit, and follow while running. Start at
 * {@link dev.tendon.plugins.Plugins}.
 *
 * <p>A change is prepared in a throw-away framework and becomes true with one rename; running hosts poll for it.
 *
 * <p>Thread: any.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Hosts poll a file (500 ms) instead of listening on a socket: nothing listens on a port, and a host that was
 *       suspended or on another container of the same home folder catches up by itself.
 *   <li>A new version is installed beside the old one and exchanged by the
 *       {@link dev.tendon.api.swap.SwapParticipant}s, because {@code Bundle.update} leaves the service missing for some
 *       12 ms.
 *   <li>The trial runs in the process of the command, not of a host: what hangs or crashes there stops no robot.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins;
