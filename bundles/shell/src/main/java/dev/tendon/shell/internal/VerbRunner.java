/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.CommandLine;
import dev.tendon.config.HelpRequest;
import dev.tendon.config.Parsed;
import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.internal.host.VerbUnavailableException;
import dev.tendon.shell.internal.term.Streams;
import dev.tendon.shell.internal.term.TerminalConsole;
import dev.tendon.shell.internal.term.TerminalInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.ComponentServiceObjects;

/** Runs one verb: finds it, parses its options, and turns whatever happens into messages and an exit code. Thread: any. */
final class VerbRunner {
    private final VerbTable table;
    private final CommandLine commandLine;
    private final Host host;
    private final Clock clock;

    VerbRunner(VerbTable table, ChoiceCatalog catalog, Host host, Clock clock) {
        this.host = host;
        this.table = table;
        this.commandLine = new CommandLine(catalog);
        this.clock = clock;
    }

    /**
     * Runs it.
     *
     * @param command what the user types before the arguments: {@code tendon}, or nothing in the interactive shell
     */
    int run(String command, List<String> args, Streams streams, TerminalInfo terminal) {
        CommonArgs common = CommonArgs.of(args);
        TerminalConsole console = new TerminalConsole(streams, terminal, common.json(), clock);
        int exitCode;
        try {
            exitCode = dispatch(command, common, console, streams);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError thrown) {
            exitCode = report(Failure.of(thrown), thrown, common, console);
        }
        console.finish();
        return exitCode;
    }

    private int dispatch(String command, CommonArgs common, TerminalConsole console, Streams streams) throws Exception {
        VerbWords words = VerbWords.match(table.names(), common.rest());
        if (words instanceof VerbWords.Found found) {
            ComponentServiceObjects<Verb<?>> service = table.await(found.name());
            Verb<?> verb = service.getService();
            if (verb == null) {
                throw new VerbUnavailableException(
                        "The verb \"" + found.name() + "\" failed to start; the log says why");
            }
            try {
                return run(verb, (command + " " + found.name()).strip(), found.rest(), console, streams);
            } finally {
                unget(service, verb);
            }
        }
        if (words instanceof VerbWords.Group group) {
            String verbs = String.join(", ", group.names());
            if (CommandLine.wantsHelp(common.rest())) {
                return help("The verbs are: " + verbs + "\n", console, streams);
            }
            throw new ConfigException("Which one? The verbs are: " + verbs);
        }
        throw new ConfigException(((VerbWords.Unknown) words).message());
    }

    @SuppressWarnings("unchecked") // the service that was taken goes back
    private static <V extends Verb<?>> void unget(ComponentServiceObjects<V> service, Verb<?> verb) {
        service.ungetService((V) verb);
    }

    private <O extends Record> int run(
            Verb<O> verb, String command, List<String> args, TerminalConsole console, Streams streams)
            throws Exception {
        @SuppressWarnings("unchecked") // Verb<O> takes O
        Class<O> type = (Class<O>) OptionsType.of(verb.getClass());
        if (CommandLine.wantsHelp(args)) {
            HelpRequest request = new HelpRequest(
                    command, type, Optional.of(CommonOptions.class), args, console.width(), console.color());
            return help(commandLine.help(request), console, streams);
        }
        Parsed<O> parsed = commandLine.parse(type, args);
        parsed.notices().forEach(console::err);
        if (host.stopping()) {
            throw new InterruptedException();
        }
        return verb.run(parsed.options(), console);
    }

    /** Help is for people also where {@code --json} is given: no object follows it. */
    private static int help(String text, TerminalConsole console, Streams streams) {
        streams.out().print(text);
        console.noJson();
        return Verb.DONE;
    }

    private static int report(Failure failure, Throwable thrown, CommonArgs common, TerminalConsole console) {
        failure.messages().forEach(message -> console.err("error: " + message));
        if (failure.bug() || common.debug()) {
            StackTraces.of(thrown).forEach(console::err);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("error", String.join("\n", failure.messages()));
        json.put("exit_code", failure.exitCode());
        console.addToJson(json);
        return failure.exitCode();
    }
}
