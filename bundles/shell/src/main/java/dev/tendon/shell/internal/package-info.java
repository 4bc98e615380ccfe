/**
 * Finding, parsing and running verbs, and help without a framework.
 *
 * <p>Start at {@link dev.tendon.shell.internal.VerbRunner} and {@link dev.tendon.shell.internal.HelpMain}.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal;
