/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the commands that a user would type, each in a process of its own, and prints them before. Their progress goes where this process's
 * stderr goes. Thread: one at a time.
 */
final class UserCommands {
    private static final long END_S = 30;

    private final Path script;
    private final Consumer<String> print;

    /**
     * @param script what is run as {@code tendon}
     * @param print is told each command before it runs
     */
    UserCommands(Path script, Consumer<String> print) {
        this.script = script;
        this.print = print;
    }

    /**
     * Runs {@code tendon} with these arguments and {@code --json=true}.
     *
     * @return the object that it printed
     * @throws StepFailedException where it did not end well; it has said why
     */
    JsonNode run(List<String> arguments) throws IOException, InterruptedException, StepFailedException {
        print.accept(typed(arguments));
        List<String> command = new ArrayList<>();
        command.add(script.toString());
        command.addAll(arguments);
        command.add("--json=true");
        Path output = Files.createTempFile("tendon-demo", ".out"); // a pipe's reader would not heed an interrupt
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile())
                .start();
        try {
            process.getOutputStream().close();
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new StepFailedException(arguments.get(0), exitCode);
            }
            List<String> lines = Files.readAllLines(output);
            return parsed(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        } finally {
            end(process);
            Files.delete(output);
        }
    }

    private static JsonNode parsed(String line) throws IOException {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException("A command's result is no JSON: " + line, e);
        }
    }

    /** Asks it to end, which leaves its data whole, and waits until it has. */
    private static void end(Process process) {
        if (process.isAlive()) {
            process.destroy();
            boolean interrupted = Thread.interrupted();
            try {
                process.waitFor(END_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            process.destroyForcibly();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As a user would type it in a POSIX shell. */
    static String typed(List<String> arguments) {
        StringBuilder line = new StringBuilder("tendon");
        for (String argument : arguments) {
            boolean plain = argument.matches("[A-Za-z0-9_./=:,+-]+");
            line.append(' ').append(plain ? argument : quoted(argument));
        }
        return line.toString();
    }

    private static String quoted(String argument) {
        int equals = argument.indexOf('=');
        String name = argument.substring(0, equals + 1);
        return name + "'" + argument.substring(equals + 1).replace("'", "'\\''") + "'";
    }
}
