/** {@code tendon plugins verify}. Start at {@link dev.tendon.testkit.internal.verb.VerifyVerb}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.testkit.internal.verb;
