/**
 * The files of the plugin store, with nothing but the JDK: the launcher embeds this package to read the generation in
 * force before there is a framework. Start at {@link dev.tendon.plugins.store.Generations}.
 *
 * <pre>
 * $TENDON_HOME/plugins/
 *   current             the number of the generation in force, one line; replaced by one atomic rename
 *   generations/7       what that generation is: see {@link dev.tendon.plugins.store.Generation}
 *   jars/SHA256.jar     every jar, named by its content; never written twice
 *   tmp/                what a change under way has not committed; garbage if nobody holds the lock
 *   lock                locked by who changes the store; says who that is
 *   hosts/PID           what a running host made of the generations; hosts/PID….lease: the jars it uses
 * </pre>
 *
 * <p>A reader takes no lock: {@code current}, a generation and a jar are complete and forced to disk before the first name
 * that leads to them. A writer that dies leaves files that nothing leads to; the next writer collects them.
 *
 * <p>Thread: any; everything here is stateless or immutable unless it says otherwise.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Lines of text instead of JSON: they are read without a library, and the last line tells a torn file.
 *   <li>{@code current} is a file, not a symbolic link: links need a privilege on Windows.
 *   <li>Jars are never overwritten, because a host reads its bundles in place.
 *   <li>The generation before the one in force is kept, so that a host which has just read it still finds its jars.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.store;
