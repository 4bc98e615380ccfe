/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A verb of the command line, as an OSGi service: what {@code tendon replay} runs. Its name is the service property that
 * {@link VerbName} sets; its options are a record, whose {@code @Describe} describes the verb.
 *
 * <pre>{@code
 * @Component
 * @VerbName("bench loop")
 * @VerbGroup("Measuring")
 * public final class BenchLoop implements Verb<BenchLoopOptions> { … }
 * }</pre>
 *
 * <p>A verb's component is activated only when the verb runs; {@code --help} needs neither the component nor a framework. In the
 * interactive shell the same verb is a command, and may run several times in one process.
 *
 * <p>Thread: called in the thread that waits for the result, which is interrupted when the user presses Ctrl-C.
 *
 * @param <O> the record that declares the verb's options (see {@link dev.tendon.api.option}); {@code --json}, {@code --debug}
 *     and {@code --help} are every verb's and not declared
 */
@ConsumerType
public interface Verb<O extends Record> {
    /** It was done, or the answer is yes. */
    int DONE = 0;

    /** It failed, or the answer is no. */
    int FAILED = 1;

    /** The user's mistake. */
    int USER_MISTAKE = 2;

    /** A device or its wire failed. */
    int DEVICE = 3;

    /** Data on disk is damaged or cannot be read or written. */
    int DATA = 4;

    /**
     * Does it.
     *
     * @param options complete and valid
     * @param console where to say what, and how to ask
     * @return the exit code: one of the constants here
     * @throws Exception where it cannot be done; the shell turns it into a message and an exit code: {@link
     *     dev.tendon.api.option.ConfigException} 2, {@link dev.tendon.api.device.DeviceException} 3, {@link java.io.IOException} 4,
     *     {@link InterruptedException} an interruption, anything else 1
     */
    int run(O options, Console console) throws Exception;
}
