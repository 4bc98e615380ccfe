/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.option.Describe;
import dev.tendon.config.CommandLine;
import dev.tendon.config.ComponentJars;
import dev.tendon.config.DeclaredComponent;
import dev.tendon.config.HelpRequest;
import dev.tendon.config.JarChoices;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.term.Streams;
import dev.tendon.shell.internal.term.TerminalInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code --help} without a framework: reads the verbs and choices from the jars' component descriptions. The launcher calls it
 * through a flat class loader over the same jars.
 */
public final class HelpMain {
    private final ClassLoader loader;
    private final List<DeclaredComponent> components;
    private final Map<String, DeclaredComponent> verbs = new TreeMap<>();
    private final Streams streams;
    private final TerminalInfo terminal;

    private HelpMain(List<DeclaredComponent> components, ClassLoader loader, Streams streams, TerminalInfo terminal) {
        this.components = components;
        this.loader = loader;
        this.streams = streams;
        this.terminal = terminal;
        for (DeclaredComponent component : components) {
            if (component.provides().contains(Verb.class.getName())) {
                component.strings(VerbName.PROPERTY).forEach(name -> verbs.put(name, component));
            }
        }
    }

    /**
     * Prints the help that the arguments ask for.
     *
     * @param jars the bundles in use, read-only
     * @return the exit code: 2 where there is no such verb
     */
    public static int main(String[] args, List<Path> jars) throws IOException, ClassNotFoundException {
        ClassLoader loader = HelpMain.class.getClassLoader();
        return help(List.of(args), ComponentJars.read(jars), loader, Streams.current(), TerminalInfo.detect());
    }

    static int help(
            List<String> args,
            List<DeclaredComponent> components,
            ClassLoader loader,
            Streams streams,
            TerminalInfo terminal)
            throws ClassNotFoundException {
        return new HelpMain(components, loader, streams, terminal).help(args);
    }

    private int help(List<String> args) throws ClassNotFoundException {
        List<String> rest = CommonArgs.of(args).rest();
        if (rest.isEmpty() || rest.get(0).startsWith("-")) {
            streams.out().print(overview(verbs));
            return Verb.DONE;
        }
        VerbWords words = VerbWords.match(verbs.keySet(), rest);
        if (words instanceof VerbWords.Found found) {
            streams.out().print(verbHelp(found));
            return Verb.DONE;
        }
        if (words instanceof VerbWords.Group group) {
            Map<String, DeclaredComponent> some = new TreeMap<>(verbs);
            some.keySet().retainAll(group.names());
            streams.out().print(overview(some));
            return Verb.DONE;
        }
        streams.err().println("error: " + ((VerbWords.Unknown) words).message());
        return Verb.USER_MISTAKE;
    }

    private String verbHelp(VerbWords.Found found) throws ClassNotFoundException {
        DeclaredComponent component = verbs.get(found.name());
        Class<? extends Record> options = optionsOf(component)
                .orElseThrow(() -> new IllegalStateException(
                        component.implementation() + " does not say which options record it takes"));
        HelpRequest request = new HelpRequest(
                "tendon " + found.name(),
                options,
                Optional.of(CommonOptions.class),
                found.rest(),
                terminal.width(),
                terminal.color());
        return new CommandLine(new JarChoices(components, loader)).help(request);
    }

    private Optional<Class<? extends Record>> optionsOf(DeclaredComponent verb) throws ClassNotFoundException {
        return verb.typeArgument(Verb.class, loader).filter(Class::isRecord).map(type -> type.asSubclass(Record.class));
    }

    private String overview(Map<String, DeclaredComponent> some) throws ClassNotFoundException {
        Overview overview = new Overview(terminal.width(), terminal.color());
        for (Map.Entry<String, DeclaredComponent> verb : some.entrySet()) {
            String group = verb.getValue().strings(VerbGroup.PROPERTY).stream()
                    .findFirst()
                    .orElse("");
            String description = optionsOf(verb.getValue())
                    .map(options -> options.getAnnotation(Describe.class))
                    .map(Describe::value)
                    .orElse("");
            overview.add(group, verb.getKey(), description);
        }
        return overview.text();
    }
}
