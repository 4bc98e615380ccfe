/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.cli;

import dev.tendon.config.internal.bind.Choosing;
import dev.tendon.config.internal.bind.Problems;
import dev.tendon.config.internal.shape.Names;
import dev.tendon.config.internal.shape.Option;
import dev.tendon.config.internal.shape.OptionType;
import dev.tendon.config.internal.shape.RecordShape;
import dev.tendon.config.internal.tree.ConfigFile;
import dev.tendon.config.internal.tree.MalformedException;
import dev.tendon.config.internal.tree.PlainData;
import dev.tendon.config.internal.tree.Source;
import dev.tendon.config.internal.tree.Source.Layer;
import dev.tendon.config.internal.tree.Value;
import dev.tendon.config.internal.tree.Value.Entries;
import dev.tendon.config.internal.tree.Value.Items;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import dev.tendon.config.internal.tree.YamlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Splits arguments into options: {@code --a.b=c}, {@code --a.b c}, bare {@code --flag}; what has no name goes to the positional
 * options. Reads them twice, since whether a bare option is a flag depends on the types that other options choose.
 */
final class ArgumentReader {
    /** The option that names a file of options; draccus' name. */
    static final String CONFIG_PATH = "config_path";

    /** An option as given: the names of its path, and the text. */
    private record Token(List<String> path, Value value) {}

    private final RecordShape shape;
    private final Choosing choosing;
    private final Problems problems;

    ArgumentReader(RecordShape shape, Choosing choosing, Problems problems) {
        this.shape = shape;
        this.choosing = choosing;
        this.problems = problems;
    }

    /**
     * What the arguments and the file that they name give, the weakest first.
     *
     * @throws dev.tendon.api.option.ConfigException where the file cannot be read: without it, the rest would be reported for
     *     nothing
     */
    List<Entries> read(List<String> args) {
        Problems later = new Problems("");
        List<Token> guess = new Tokens(args, name -> false, later).read();
        List<Entries> file = file(guess);
        OptionWalk walk = new OptionWalk(choosing, maps(file, guess));
        Predicate<String> flag = name -> walk.type(shape, name) == OptionType.Basic.BOOLEAN;
        return maps(file, new Tokens(args, flag, problems).read());
    }

    private List<Entries> file(List<Token> tokens) {
        List<Token> paths = tokens.stream().filter(ArgumentReader::isConfigPath).toList();
        if (paths.isEmpty()) {
            return List.of();
        }
        if (paths.size() > 1 && shape.find(CONFIG_PATH).isEmpty()) {
            problems.add("--" + CONFIG_PATH + ": given twice: "
                    + paths.get(0).value().shown() + " and "
                    + paths.get(1).value().shown());
        }
        try {
            String name = paths.get(0).value() instanceof Scalar scalar ? scalar.text() : "";
            return List.of(ConfigFile.read(name, Layer.FILE));
        } catch (MalformedException e) {
            problems.add("--" + CONFIG_PATH + ": " + e.getMessage());
            problems.throwIfAny();
            return List.of();
        }
    }

    /** The more specific option comes later and so overrides: {@code --cameras.top.fps} a whole map of cameras. */
    private List<Entries> maps(List<Entries> file, List<Token> tokens) {
        List<Entries> maps = new ArrayList<>(file);
        boolean keepsPath = shape.find(CONFIG_PATH).isPresent();
        tokens.stream()
                .filter(token -> keepsPath || !isConfigPath(token))
                .sorted(Comparator.comparingInt(token -> token.path().size()))
                .forEach(token -> maps.add(tree(token)));
        return maps;
    }

    private static boolean isConfigPath(Token token) {
        return token.path().size() == 1
                && Names.underscores(token.path().get(0)).equals(CONFIG_PATH);
    }

    private static Entries tree(Token token) {
        Source source = Source.option(token.path().size());
        Value value = token.value();
        for (int i = token.path().size() - 1; i >= 0; i--) {
            value = new Entries(Map.of(token.path().get(i), value), source);
        }
        return (Entries) value;
    }

    /** One pass over the arguments. */
    private final class Tokens {
        private final Deque<String> args;
        private final Predicate<String> flag;
        private final Problems problems;
        private final List<Token> tokens = new ArrayList<>();
        private final List<Value> unnamed = new ArrayList<>();

        Tokens(List<String> args, Predicate<String> flag, Problems problems) {
            this.args = new ArrayDeque<>(args);
            this.flag = flag;
            this.problems = problems;
        }

        List<Token> read() {
            boolean named = true;
            while (!args.isEmpty()) {
                String arg = args.pop();
                if (!named || isValue(arg)) {
                    unnamed.add(scalar(arg, 1));
                } else if (arg.equals("--")) {
                    named = false;
                } else if (arg.startsWith("--")) {
                    option(arg.substring(2));
                } else {
                    problems.add(arg + ": an option begins with two dashes. Did you mean -" + arg + "?");
                }
            }
            positional();
            return tokens;
        }

        private void option(String text) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            List<String> path = Arrays.asList(name.split("\\.", -1));
            if (path.contains("")) {
                problems.add("--" + text + ": no such option. A name is missing: options look like --robot.port=VALUE");
            } else if (equals >= 0) {
                tokens.add(new Token(path, scalar(text.substring(equals + 1), path.size())));
            } else if (flag.test(name)) {
                boolean given = !args.isEmpty()
                        && (args.peek().equals("true") || args.peek().equals("false"));
                tokens.add(new Token(path, scalar(given ? args.pop() : "true", path.size())));
            } else if (!args.isEmpty() && isValue(args.peek())) {
                tokens.add(new Token(path, scalar(args.pop(), path.size())));
            } else {
                String dash = !args.isEmpty() && !args.peek().startsWith("--")
                        ? ". A value that begins with a dash is given as --" + name + "=" + args.pop()
                        : ", as in --" + name + "=VALUE";
                problems.withoutValue(name, "--" + name + " wants a value" + dash);
            }
        }

        private void positional() {
            Deque<Value> left = new ArrayDeque<>(unnamed);
            for (Option option : shape.options()) {
                if (option.positional().isEmpty() || left.isEmpty()) {
                    continue;
                }
                if (option.type() instanceof OptionType.Many) {
                    tokens.add(new Token(List.of(option.name()), new Items(List.copyOf(left), Source.option(1))));
                    left.clear();
                } else {
                    tokens.add(new Token(List.of(option.name()), left.pop()));
                }
            }
            left.forEach(value -> problems.add(
                    value.shown() + " is no option: options begin with two dashes, as in --robot.type=VALUE"));
        }
    }

    /** Whether an argument is a value: not an option, but possibly a negative number, or a dash alone. */
    private static boolean isValue(String arg) {
        return !arg.startsWith("-") || arg.equals("-") || PlainData.number(arg) != null;
    }

    /** Quotes around the whole make it text, as in YAML: {@code --task="'null'"}. */
    private static Scalar scalar(String text, int depth) {
        Source source = Source.option(depth);
        return quoted(text, source).orElseGet(() -> new Scalar(text, Style.RAW, source));
    }

    private static Optional<Scalar> quoted(String text, Source source) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            try {
                return YamlReader.inline(text, source) instanceof Scalar scalar && scalar.style() == Style.QUOTED
                        ? Optional.of(scalar)
                        : Optional.empty();
            } catch (MalformedException itIsTextThatBeginsWithAQuote) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
