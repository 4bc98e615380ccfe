/**
 * What a vendor's bundle is held against. Start at {@link dev.tendon.testkit.Conformance}; a vendor's own tests extend {@link
 * dev.tendon.testkit.junit}, and {@code tendon plugins verify my.jar} does the same to a finished jar, in a host of its own.
 *
 * <p>Every promise of {@code dev.tendon.api} that can be seen from outside is one {@link dev.tendon.testkit.Check}: it creates its
 * own instances, runs beside the caller with a limit, and says in a sentence what was promised and what happened instead.
 *
 * <p>Thread: any; one check at a time.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A check that cannot be tried (no device, no options) is neither passed nor failed, and says what it needs.
 *   <li>Threads that a device starts are told by the context class loader that they inherit, file handles by what the process has
 *       open after the first and after the second life: what a host bundle keeps for good is there after both.
 *   <li>In a verb, the suite runs inside the throw-away framework, as a service of plain Java types: the classes of the tried bundle
 *       know the api of that framework, not of the host.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.testkit;
