/** The host's side of the leases, and the provider of the system's own ports. */
@org.jspecify.annotations.NullMarked
package dev.tendon.serial.internal;
