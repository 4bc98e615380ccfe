/**
 * A page served to this machine and no other: what the live view and the dataset's view share.
 *
 * <p>Start at {@link dev.tendon.console.page.PageServer}, which asks a {@link dev.tendon.console.page.Site}.
 *
 * <p>Threads: one for each request that is being answered, 32 at most.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The JDK's own web server: no library to carry. Jetty would be larger than everything else here together.
 *   <li>The token is the first part of the path, not a cookie and not a query: every relative address carries it, and a cookie
 *       would be sent to every other port of this machine.
 *   <li>Loopback only. From another machine: {@code ssh -L PORT:127.0.0.1:PORT}; that is why any port is accepted after a loopback
 *       name in {@code Host}.
 *   <li>The address is printed, not opened: a browser's command line can be read by everybody on the machine, and it would carry
 *       the token.
 *   <li>A file is answered in parts of a megabyte, as the browser asks: it keeps six connections to a server, and a video that
 *       is not read on would hold one of them.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.console.page;
