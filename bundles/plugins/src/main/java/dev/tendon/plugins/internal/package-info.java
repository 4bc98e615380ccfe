/** How the store, the trial and the follower work. Start at {@link dev.tendon.plugins.internal.DefaultPlugins}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.internal;
