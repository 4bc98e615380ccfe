/**
 * What every engine is held against: {@link dev.tendon.nn.testkit.OperationCase} has each operation of the vocabulary with
 * what PyTorch makes of it. Not part of the distribution.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.nn.testkit;
