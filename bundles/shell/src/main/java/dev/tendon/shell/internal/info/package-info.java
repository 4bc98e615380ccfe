/** Verbs that tell about the host: what can be chosen, which versions run. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.info;
