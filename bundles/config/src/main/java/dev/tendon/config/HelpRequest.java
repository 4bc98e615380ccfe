/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import java.util.List;
import java.util.Optional;

/**
 * What {@code --help} is to show.
 *
 * @param command what the user types before the options, such as {@code tendon replay}
 * @param options the verb's options record; its {@code @Describe} describes the verb
 * @param common options of every verb, shown last; they are not parsed here
 * @param args the arguments beside {@code --help}: they say which types are chosen. Mistakes in them do no harm.
 * @param width columns of the terminal; text is wrapped to it
 * @param color whether to mark headings and options with ANSI escapes
 */
public record HelpRequest(
        String command,
        Class<? extends Record> options,
        Optional<Class<? extends Record>> common,
        List<String> args,
        int width,
        boolean color) {
    public HelpRequest {
        args = List.copyOf(args);
    }
}
