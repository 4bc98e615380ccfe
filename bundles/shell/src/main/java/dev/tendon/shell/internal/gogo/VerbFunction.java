/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.Verbs;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/** The verbs of one first word, as a Gogo command. A verb that fails throws, so that {@code &&} and {@code ||} work. */
record VerbFunction(String word, Verbs verbs) implements Function {
    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws VerbFailedException {
        List<String> args = new ArrayList<>();
        args.add(word);
        arguments.forEach(argument -> args.add(String.valueOf(argument)));
        int exitCode = verbs.run("", args);
        if (exitCode != Verb.DONE) {
            throw new VerbFailedException(exitCode);
        }
        return null;
    }
}
