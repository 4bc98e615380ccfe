/** What verbs are tested with: {@link dev.tendon.shell.testkit.FakeConsole}. Not part of the distribution. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.testkit;
