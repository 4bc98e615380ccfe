/**
 * Starts Tendon: the framework, the distribution's bundles overlaid with the plugin store's, and the verb; or, without a
 * framework, {@code --help} and {@code --version}. Start at {@link dev.tendon.launcher.Main}.
 *
 * <p>Thread: the main thread, which also runs the verb. Signals arrive in threads of the JVM.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>No OSGi start levels: everything is installed before anything starts, and Declarative Services wait for what
 *       they need.
 *   <li>Jars are read in place ({@code reference:file:}), so a start copies nothing; nobody overwrites a jar.
 *   <li>The framework's cache is thrown away with the process: a kept one saved 20 ms and remembers old locations.
 *   <li>A signal interrupts the verb instead of ending the JVM, because a robot has to be left safe first.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.launcher;
