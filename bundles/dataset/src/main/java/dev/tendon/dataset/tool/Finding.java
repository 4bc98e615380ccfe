/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One thing that is wrong with a dataset.
 *
 * @param kind what it is about
 * @param severity how bad it is
 * @param file where, relative to the dataset's folder
 * @param episode of which episode
 * @param frame of which frame of the episode, from 0: the first, where several are wrong
 * @param count how many frames are wrong in the same way; 1 where it is not about frames
 * @param problem what is wrong: half a sentence that begins in lower case
 * @param advice what to do: a sentence
 */
public record Finding(
        FindingKind kind,
        Severity severity,
        Optional<Path> file,
        OptionalInt episode,
        OptionalLong frame,
        long count,
        String problem,
        String advice) {
    /** An error in or about {@code file}. */
    static Finding error(FindingKind kind, Path file, String problem, String advice) {
        return new Finding(
                kind, Severity.ERROR, Optional.of(file), OptionalInt.empty(), OptionalLong.empty(), 1, problem, advice);
    }

    /** A warning in or about {@code file}. */
    static Finding warning(FindingKind kind, Path file, String problem, String advice) {
        return error(kind, file, problem, advice).asWarning();
    }

    Finding asWarning() {
        return new Finding(kind, Severity.WARNING, file, episode, frame, count, problem, advice);
    }

    Finding inFile(Path where) {
        return new Finding(kind, severity, Optional.of(where), episode, frame, count, problem, advice);
    }

    Finding ofEpisode(int index) {
        return new Finding(kind, severity, file, OptionalInt.of(index), frame, count, problem, advice);
    }

    Finding atFrames(long first, long frames) {
        return new Finding(kind, severity, file, episode, OptionalLong.of(first), frames, problem, advice);
    }

    /** All of it in one line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        file.ifPresent(path -> text.append(path.toString().replace('\\', '/')));
        episode.ifPresent(index ->
                text.append(text.isEmpty() ? "" : ", ").append("episode ").append(index));
        frame.ifPresent(first ->
                text.append(", frame ").append(first).append(count > 1 ? " and " + (count - 1) + " more" : ""));
        text.append(text.isEmpty() ? "" : ": ").append(problem).append(". ").append(advice);
        return text.toString();
    }
}
