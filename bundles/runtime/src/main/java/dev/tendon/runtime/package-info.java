/**
 * Control sessions: a robot, what moves it, and the loop between them.
 *
 * <p>Start at {@link dev.tendon.runtime.Sessions}:
 *
 * <pre>{@code
 * try (Session session = sessions.open(new SessionRequest("left", robot, new Drive.ByTeleoperator(teleop),
 *         LoopSettings.of(60), dialog, event -> System.err.println(event.text())))) {
 *     SessionReport report = session.run(); // until stop(), an interrupt, or the end of the recording
 * }
 * }</pre>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.runtime;
