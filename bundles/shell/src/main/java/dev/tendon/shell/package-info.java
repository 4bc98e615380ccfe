/**
 * How a bundle adds a verb to the command line.
 *
 * <p>Start at {@link dev.tendon.shell.Verb}. A verb is one component and one record of options; parsing, {@code --help}, {@code
 * --json}, exit codes and the command in the interactive shell come with it.
 *
 * <p>Thread: see {@link dev.tendon.shell.Verb}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A verb returns or throws; it never prints an error itself and never ends the process. Exit codes are decided in one place.
 *   <li>Names and groups are service properties, so that help and dispatch start no component but the one that runs.
 *   <li>The result is given twice, as lines and as plain data, instead of deriving one from the other: people and programs want
 *       different things of it.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.shell;
