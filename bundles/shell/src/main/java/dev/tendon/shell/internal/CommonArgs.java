/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments less {@code --json} and {@code --debug}, which every verb understands and which matter even where the rest
 * cannot be parsed.
 *
 * @param json whether the result is wanted as JSON
 * @param debug whether stack traces are wanted
 * @param rest all other arguments, in order; what follows {@code --} is left alone
 */
record CommonArgs(boolean json, boolean debug, List<String> rest) {
    static CommonArgs of(List<String> args) {
        boolean json = false;
        boolean debug = false;
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) {
                rest.addAll(args.subList(i, args.size()));
                break;
            }
            String name = arg.replaceFirst("=(true|false)$", "");
            if (!name.equals("--json") && !name.equals("--debug")) {
                rest.add(arg);
                continue;
            }
            boolean value = !arg.endsWith("=false");
            if (arg.equals(name) && i + 1 < args.size() && args.get(i + 1).matches("true|false")) {
                value = args.get(++i).equals("true");
            }
            if (name.equals("--json")) {
                json = value;
            } else {
                debug = value;
            }
        }
        return new CommonArgs(json, debug, List.copyOf(rest));
    }
}
