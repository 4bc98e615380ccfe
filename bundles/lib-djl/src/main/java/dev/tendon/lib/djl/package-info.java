/**
 * The one thing that a user of DJL must have before its first call: {@link dev.tendon.lib.djl.PyTorch}. Everything else in this bundle is
 * upstream's.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.lib.djl;
