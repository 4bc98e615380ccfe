/**
 * The conformance suite as JUnit 5 tests, for a vendor's own build. Start at {@link dev.tendon.testkit.junit.RobotContract}: a test
 * class implements the contract of what it tests. Thread: the test's.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.testkit.junit;
