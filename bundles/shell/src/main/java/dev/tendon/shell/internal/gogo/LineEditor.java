/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.gogo.jline.Builtin;
import org.apache.felix.gogo.jline.Converters;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Felix's JLine shell in the calling thread.
 *
 * <p>Its bundle is only a library here and stays unstarted: its activator would take the terminal in a thread of its own as
 * soon as it starts and stop the framework at the end. What it registers is registered here, for the session's time.
 */
final class LineEditor {
    private static final String GOGO = "gogo";

    private final BundleContext context;
    private final CommandProcessor processor;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    LineEditor(BundleContext context, CommandProcessor processor) {
        this.context = context;
        this.processor = processor;
    }

    int run(Path history) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LineReader.class.getClassLoader()); // JLine looks for its terminal providers there
        try (Terminal terminal = TerminalBuilder.builder()
                        .name("tendon")
                        .system(true)
                        .nativeSignals(true)
                        .build();
                CommandSession session =
                        processor.createSession(terminal.input(), terminal.output(), terminal.output())) {
            ShellContext shellContext = new ShellContext(context);
            Shell shell = new Shell(shellContext, processor);
            shellContext.shell = shell;
            register(shell);
            session.put(Shell.VAR_TERMINAL, terminal);
            session.put(LineReader.HISTORY_FILE, history);
            shell.gosh(session, new String[] {"--login", "--noshutdown", "--nohistory"});
            return 0;
        } finally {
            registrations.forEach(ServiceRegistration::unregister);
            thread.setContextClassLoader(before);
        }
    }

    /** The commands and converters of gogo.jline 1.1.8, as its activator registers them. */
    private void register(Shell shell) {
        registrations.add(context.registerService(
                Converter.class, new Converters(context.getBundle(0).getBundleContext()), null));
        commands(
                new Builtin(),
                "format getopt new set tac type jobs fg bg keymap setopt unsetopt complete history widget __files "
                        + "__directories __usage_completion");
        commands(new Procedural(), "each if not throw try until while break continue");
        commands(
                new Posix(processor),
                "cat echo grep sort sleep cd pwd ls less watch nano tmux head tail clear wc date ttop");
        commands(shell, "gosh sh source help");
    }

    private void commands(Object target, String functions) {
        registrations.add(context.registerService(
                Object.class,
                target,
                FrameworkUtil.asDictionary(Map.of(
                        CommandProcessor.COMMAND_SCOPE,
                        GOGO,
                        CommandProcessor.COMMAND_FUNCTION,
                        functions.split(" ", -1)))));
    }

    /** What the shell sees of its surroundings. Public methods of this become commands: {@code exit}. */
    public static final class ShellContext implements Shell.Context {
        private final BundleContext context;
        private volatile Shell shell;

        ShellContext(BundleContext context) {
            this.context = context;
        }

        @Override
        public String getProperty(String name) {
            return context.getProperty(name);
        }

        @Override
        public void exit() {
            shell.stop();
        }
    }
}
