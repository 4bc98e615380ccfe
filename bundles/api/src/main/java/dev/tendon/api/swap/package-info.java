/** How the plugin store and the running sessions agree on exchanging a bundle. Start at {@link dev.tendon.api.swap.SwapParticipant}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.swap;
