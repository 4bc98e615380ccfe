/** Verbs that move a robot. Start at {@link dev.tendon.shell.internal.session.ReplayVerb}; {@link dev.tendon.shell.internal.session.UnitCheck} guards it. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.session;
