/**
 * What is done with a dataset once it is recorded: look at it, validate it, rewrite it. Library calls; the verbs {@code tendon dataset …} are
 * made of them.
 *
 * <pre>{@code
 * Validation result = Validator.of(Path.of("my-recording")).run(Progress.NONE);
 * result.findings().forEach(finding -> System.err.println(finding.text()));
 * }</pre>
 *
 * <p>Thread: each call runs in its caller's; an interrupt ends it with {@link java.lang.InterruptedException}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The validator trusts nothing and stops at nothing: a file that cannot be read is one finding, and the rest is looked at all the same.
 *       {@link dev.tendon.dataset.Dataset}, which refuses a set at its first contradiction, is of no use to it.
 *   <li>Rows are looked at one by one and let go of, so that memory does not grow with the set. What repeats (a wrong time stamp in each
 *       frame of an episode) is one finding with a count.
 *   <li>LeRobot finds a frame by its position among all rows of all files, in the order of the files' names, and not by its index; so a row in
 *       the wrong place is an error, even where its numbers are right.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.dataset.tool;
