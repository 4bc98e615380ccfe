/** The checks themselves. Start at {@link dev.tendon.testkit.internal.ChoiceChecks} and {@link dev.tendon.testkit.internal.JarChecks}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.testkit.internal;
