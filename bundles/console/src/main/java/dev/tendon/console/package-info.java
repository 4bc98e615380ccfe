/**
 * A live view of a session in the browser: joints, cameras, timing, events.
 *
 * <p>Start at {@link dev.tendon.console.BrowserDisplays}, the service; {@link dev.tendon.console.BrowserDisplay} is one view, {@link
 * dev.tendon.console.PageServer} what a browser talks to. The pages are in {@code web/}: plain modules, no build step; uPlot, out of
 * its web jar, draws.
 *
 * <p>Threads: one samples the session, one encodes pictures, one serves each open page. None of them is the loop's, and the loop waits
 * for none of them: it leaves its figures on a board as it does without a view.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The JDK's own web server: no library to carry. Jetty would be larger than everything else here together.
 *   <li>Events are pushed by server-sent events; pictures are fetched by the page, one at a time a camera. A slow browser therefore
 *       skips pictures and samples; nothing is queued for it.
 *   <li>The token is the first part of the path, not a cookie and not a query: every relative address carries it, and a cookie
 *       would be sent to every other port of this machine.
 *   <li>Loopback only. From another machine: {@code ssh -L PORT:127.0.0.1:PORT}; that is why any port is accepted after a loopback
 *       name in {@code Host}.
 *   <li>The address is printed, not opened: a browser's command line can be read by everybody on the machine, and it would carry
 *       the token.
 *   <li>A picture is copied out of the camera's pool and given back before it is encoded: encoding takes ten times as long.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.console;
