/**
 * What verbs share that run a session: the live view's options, what is told while it runs, and how its report is put.
 *
 * <p>Start at {@link dev.tendon.shell.session.WatchedSessions}. Thread: any, unless a type says otherwise.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.session;
