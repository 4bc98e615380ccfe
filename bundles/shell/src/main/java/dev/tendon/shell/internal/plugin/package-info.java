/** Verbs of the plugin store. Start at {@link dev.tendon.shell.internal.plugin.ChangeVerb}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.plugin;
