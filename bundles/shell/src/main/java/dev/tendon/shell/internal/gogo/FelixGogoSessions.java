/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import dev.tendon.shell.internal.term.Streams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.felix.gogo.runtime.EOFError;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gogo sessions on this process's own streams. The line editor is loaded for {@link #interactive} only.
 */
@Component(service = GogoSessions.class)
public final class FelixGogoSessions implements GogoSessions {
    private final BundleContext context;
    private final CommandProcessor processor;

    @Activate
    public FelixGogoSessions(BundleContext context, @Reference CommandProcessor processor) {
        this.context = context;
        this.processor = processor;
    }

    @Override
    public int script() throws IOException, InterruptedException {
        Streams streams = Streams.process();
        BufferedReader lines = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        try (CommandSession session = processor.createSession(streams.in(), streams.out(), streams.err())) {
            int first = 0;
            String statement = "";
            String line;
            while ((line = lines.readLine()) != null) {
                if (statement.isEmpty() && line.strip().equals("exit")) {
                    return first; // as the interactive shell has it
                }
                statement = statement.isEmpty() ? line : statement + "\n" + line;
                try {
                    print(session, session.execute(statement), streams);
                } catch (EOFError unfinished) {
                    continue;
                } catch (VerbFailedException failed) {
                    first = first == 0 ? failed.exitCode() : first;
                } catch (InterruptedException interrupted) {
                    throw interrupted;
                } catch (Exception failed) {
                    streams.err().println("error: " + failed.getMessage());
                    first = first == 0 ? 1 : first;
                }
                statement = "";
            }
            if (!statement.isEmpty()) {
                streams.err().println("error: the input ends within a statement: " + statement);
                first = first == 0 ? 1 : first;
            }
            return first;
        }
    }

    private static void print(CommandSession session, Object result, Streams streams) {
        if (result != null) {
            streams.out().println(session.format(result, Converter.INSPECT));
        }
    }

    @Override
    public int interactive(Path history) throws Exception {
        return new LineEditor(context, processor).run(history);
    }
}
