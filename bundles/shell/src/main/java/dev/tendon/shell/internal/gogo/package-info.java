/** The interactive shell, and verbs as its commands. Start at {@link dev.tendon.shell.internal.gogo.ShellVerb}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.gogo;
