/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Reports of one page each, in one file that needs nothing else: start at {@link dev.tendon.console.report.Report}. They look as the pages of
 * datasets do, and share their style sheet.
 *
 * <pre>{@code
 * new Report("Evaluation", "3 episodes")
 *         .section("Errors")
 *         .charts(List.of(new Chart("shoulder_pan", "s", true, List.of(new Line("policy", Line.Look.FIRST, x, y)))))
 *         .write(Path.of("report.html"));
 * }</pre>
 *
 * <p>Thread: a report belongs to one thread.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Charts are drawn here, as SVG: a page without a script opens anywhere, also out of a mail, and stays what it was.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.console.report;
