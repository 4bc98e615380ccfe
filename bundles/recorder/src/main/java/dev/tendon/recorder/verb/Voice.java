/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Says what happens, so that nobody has to look at the screen. Speaks by the system's own command, as LeRobot does (0.6,
 * utils/utils.py), on a thread of its own; where there is no such command, it says nothing. One sentence at a time; what waits
 * when a newer one comes is left out. Thread: any.
 */
final class Voice implements AutoCloseable {
    /** Longer than any sentence that is said here. */
    private static final long LONGEST_S = 5;

    private final Optional<Function<String, List<String>>> command;
    private final LinkedBlockingQueue<String> sentences = new LinkedBlockingQueue<>();
    private final Thread thread;

    /**
     * A voice.
     *
     * @param command what to run to say a sentence; empty: nothing
     */
    Voice(Optional<Function<String, List<String>>> command) {
        this.command = command;
        thread = new Thread(this::speak, "tendon-voice");
        thread.setDaemon(true);
        if (command.isPresent()) {
            thread.start();
        }
    }

    /** This system's command for speaking, if it has one. */
    static Optional<Function<String, List<String>>> ofSystem(String os, String path) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return Optional.of(sentence -> List.of("say", sentence));
        }
        if (system.contains("windows")) {
            return Optional.of(sentence -> List.of(
                    "PowerShell",
                    "-Command",
                    "Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak('"
                            + sentence.replace("'", "''") + "')"));
        }
        for (String program : List.of("spd-say", "espeak-ng", "espeak")) {
            for (String folder : path.split(File.pathSeparator, -1)) {
                if (!folder.isEmpty() && new File(folder, program).canExecute()) {
                    return Optional.of(sentence -> program.equals("spd-say")
                            ? List.of(program, "--wait", sentence)
                            : List.of(program, sentence));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether anything is heard. */
    boolean speaks() {
        return command.isPresent();
    }

    void say(String sentence) {
        sentences.clear();
        sentences.add(sentence);
    }

    private void speak() {
        try {
            while (true) {
                speak(sentences.take());
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private void speak(String sentence) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command.orElseThrow().apply(sentence))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            sentences.clear(); // the command is gone: what is said is on the screen, too
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
