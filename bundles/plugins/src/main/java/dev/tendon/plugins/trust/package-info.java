/**
 * Who may sign plugins: the trust store of a home folder, and the check of a jar against it. Start at {@link dev.tendon.plugins.trust.Trust}.
 *
 * <p>Thread: any.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A jar is signed as {@code jarsigner} does it, so that vendors need no tool of ours.
 *   <li>All of a jar is signed by one trusted signer, or it is refused: a class that somebody added would run like any other.
 *   <li>Time stamps do not prolong a certificate: whose clock is right on a robot's computer cannot be told without a network.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.trust;
