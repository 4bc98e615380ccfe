/** Environments: simulated tasks to train for and to evaluate in. Start at {@link dev.tendon.api.env.EnvType}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.env;
