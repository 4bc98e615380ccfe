/**
 * A dataset in the browser: videos in step with plots, episodes, statistics.
 *
 * <p>Start at {@link dev.tendon.console.viz.VizVerb}. {@link dev.tendon.console.viz.Recording} is the dataset as the page shows it, {@link
 * dev.tendon.console.viz.VizSite} serves the page, {@link dev.tendon.console.viz.PageFolder} writes it. The page's own files are in {@code
 * files/}.
 *
 * <p>Threads: one for each request; nothing here is changed after it is made.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>One page for both uses. A browser lets a page from a disk load scripts and nothing else, so data are scripts that call a function
 *       of the page, in the served page as well: what is tried in one is tried in the other.
 *   <li>Plain scripts instead of modules, for the same reason.
 *   <li>Numbers travel as base64 of their bytes: exact, a third of their size as text, and read at once.
 *   <li>An episode is loaded when it is shown: the page of a thousand episodes opens as fast as that of one.
 *   <li>Files get names of our own making. A feature's name may be anything, {@code ../..} among it.
 *   <li>Videos are not cut: an episode of v3.0 is shown from its time on in the file that it shares.
 *   <li>What browsers do not play is encoded anew, by episode and only when it is looked at: the whole of a shared file may be an hour.
 *       Pictures instead of videos were ten times as large.
 *   <li>The statistics are read here and not by {@code dataset}: a page shows what is there, however little of it is right.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.console.viz;
