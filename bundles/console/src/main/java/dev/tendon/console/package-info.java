/**
 * A live view of a session in the browser: joints, cameras, timing, events.
 *
 * <p>Start at {@link dev.tendon.console.BrowserDisplays}, the service; {@link dev.tendon.console.BrowserDisplay} is one view, {@link
 * dev.tendon.console.LiveSite} what a browser talks to. The pages are in {@code web/}: plain modules, no build step; uPlot, out of
 * its web jar, draws.
 *
 * <p>{@link dev.tendon.console.page} serves it; {@link dev.tendon.console.viz} shows a dataset.
 *
 * <p>Threads: one samples the session, one encodes pictures, one serves each open page. None of them is the loop's, and the loop waits
 * for none of them: it leaves its figures on a board as it does without a view.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Events are pushed by server-sent events; pictures are fetched by the page, one at a time a camera. A slow browser therefore
 *       skips pictures and samples; nothing is queued for it.
 *   <li>A picture is copied out of the camera's pool and given back before it is encoded: encoding takes ten times as long.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.console;
