/** This process as a host of bundles. Start at {@link dev.tendon.shell.internal.host.Host}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.host;
