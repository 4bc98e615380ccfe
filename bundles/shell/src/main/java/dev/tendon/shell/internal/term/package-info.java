/** The terminal: standard streams, what they are connected to, and the console that verbs get. Start at {@link dev.tendon.shell.internal.term.TerminalConsole}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.term;
