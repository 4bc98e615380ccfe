/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.cli;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.option.ConfigException;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.HelpRequest;
import dev.tendon.config.internal.bind.Choosing;
import dev.tendon.config.internal.bind.Layers;
import dev.tendon.config.internal.bind.Problems;
import dev.tendon.config.internal.cli.HelpPage.Row;
import dev.tendon.config.internal.shape.Option;
import dev.tendon.config.internal.shape.OptionType;
import dev.tendon.config.internal.shape.RecordShape;
import dev.tendon.config.internal.tree.Value.Entries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code --help}: the options of the chosen types only, one section for each group; where nothing is chosen yet, the
 * choices. One use, by one thread.
 */
public final class HelpWriter {
    /** What stands for a name of the user's choice in the options below a map. */
    private static final String ANY_NAME = "NAME";

    /** A group that is still to be written, and what is given of it. */
    private record Group(String path, String description, boolean required, OptionType type, List<Entries> maps) {}

    private final Choosing choosing;
    private final HelpPage page;
    private final Deque<Group> groups = new ArrayDeque<>();

    private HelpWriter(ChoiceCatalog catalog, HelpPage page) {
        this.choosing = new Choosing(catalog);
        this.page = page;
    }

    /** The help text. */
    public static String write(ChoiceCatalog catalog, HelpRequest request) {
        HelpPage page = new HelpPage(request.width(), request.color());
        RecordShape shape = RecordShape.of(request.options());
        List<String> args = request.args().stream()
                .filter(arg -> !arg.equals("--help") && !arg.equals("-h"))
                .toList();
        new HelpWriter(catalog, page).all(request, shape, given(catalog, shape, args));
        return page.text();
    }

    private static List<Entries> given(ChoiceCatalog catalog, RecordShape shape, List<String> args) {
        try {
            return CommandLineParser.given(catalog, shape, args, new Problems("--"));
        } catch (ConfigException aFileThatHelpCanDoWithout) {
            return List.of();
        }
    }

    private void all(HelpRequest request, RecordShape shape, List<Entries> given) {
        usage(request.command(), shape);
        page.paragraph(shape.description());
        List<Row> rows = rows(shape, "", given);
        if (shape.options().stream().noneMatch(option -> option.name().equals(ArgumentReader.CONFIG_PATH))) {
            rows.add(new Row(
                    "--" + ArgumentReader.CONFIG_PATH + "=PATH",
                    "A JSON or YAML file of options; those given here override it"));
        }
        section("Options", "", rows, shape, "");
        while (!groups.isEmpty()) {
            write(groups.pop());
        }
        if (request.common().isPresent()) {
            RecordShape common = RecordShape.of(request.common().get());
            section("Of every command", "", rows(common, "", List.of()), common, "");
        }
    }

    private void usage(String command, RecordShape shape) {
        StringBuilder usage = new StringBuilder("Usage: ").append(command);
        for (Option option : shape.options()) {
            option.positional().ifPresent(word -> {
                String more = option.type() instanceof OptionType.Many ? "…" : "";
                usage.append(option.required() ? " " + word + more : " [" + word + more + "]");
            });
        }
        page.paragraph(usage.append(" [--option=value …]").toString());
    }

    private void write(Group group) {
        if (group.type() instanceof OptionType.Group nested) {
            RecordShape shape = RecordShape.of(nested.type());
            String description = group.description().isEmpty() ? shape.description() : group.description();
            section(title(group.path(), description), "", rows(shape, group.path(), group.maps()), shape, group.path());
        } else if (group.type() instanceof OptionType.Choice choice) {
            choice(group, choice);
        } else if (group.type() instanceof OptionType.Keyed keyed) {
            keyed(group, keyed);
        }
    }

    /** A map of groups or choices: the options below each name that is given, or below any. */
    private void keyed(Group group, OptionType.Keyed keyed) {
        Set<String> names = new LinkedHashSet<>();
        group.maps().forEach(map -> names.addAll(map.entries().keySet()));
        if (names.isEmpty()) {
            names.add(ANY_NAME);
        }
        List<String> backwards = new ArrayList<>(names);
        Collections.reverse(backwards);
        for (String name : backwards) {
            List<Entries> below = OptionWalk.maps(Layers.below(group.maps(), name::equals));
            groups.push(new Group(group.path() + "." + name, group.description(), true, keyed.of(), below));
        }
    }

    private void choice(Group group, OptionType.Choice choice) {
        String path = group.path();
        Optional<Choosing.Pick> picked = choosing.pick(choice.registry(), group.maps(), path, new Problems("--"));
        String type =
                "--" + path + "." + Choosing.TYPE + "=" + choice.registry().toUpperCase(Locale.ROOT);
        if (picked.isPresent()) {
            ChoiceInfo info = picked.get().entry().info();
            RecordShape shape = picked.get().shape();
            List<Row> rows = new ArrayList<>();
            rows.add(new Row(
                    "--" + path + "." + Choosing.TYPE + "=" + picked.get().type(), info.description()));
            folder(path, shape).ifPresent(rows::add);
            rows.addAll(rows(shape, path, picked.get().maps()));
            section(title(path, group.description()), "", rows, shape, path);
            return;
        }
        page.heading(title(path, group.description()));
        List<Row> rows = new ArrayList<>();
        List<Row> choices = new ArrayList<>();
        String required = group.required() ? " (required)" : "";
        rows.add(new Row(type, "Its type; the other options depend on it" + required));
        for (ChoiceInfo info : choosing.choices(choice.registry())) {
            String also = info.aliases().isEmpty() ? "" : " (also " + String.join(", ", info.aliases()) + ")";
            choices.add(new Row(info.name(), info.description() + also));
        }
        choosing.shapes(choice.registry()).stream()
                .flatMap(shape -> folder(path, shape).stream())
                .findFirst()
                .ifPresent(rows::add);
        page.rows(rows, "  ");
        page.rows(choices, "    ");
        page.note(
                choices.isEmpty()
                        ? "No " + choice.registry() + " is installed."
                        : "To see the options of one: add --" + path + "." + Choosing.TYPE + "="
                                + choices.get(0).left());
    }

    private static Optional<Row> folder(String path, RecordShape shape) {
        return shape.find(Choosing.FOLDER_OPTION)
                .map(option -> new Row(
                        "--" + path + "." + Choosing.PATH + "=PATH",
                        "Instead of the type: a folder whose config.json gives type and options"));
    }

    private void section(String title, String intro, List<Row> rows, RecordShape shape, String path) {
        List<String> idle = shape.options().stream()
                .filter(option -> option.noEffect().isPresent())
                .map(option -> "--" + below(path, option.name()))
                .toList();
        if (rows.isEmpty() && idle.isEmpty()) {
            return;
        }
        page.heading(title);
        page.note(intro);
        page.rows(rows, "  ");
        if (!idle.isEmpty()) {
            page.note("Accepted without effect: " + String.join(", ", idle));
        }
    }

    /** The rows of a record's own options; groups among them are kept for later, in order. */
    private List<Row> rows(RecordShape shape, String path, List<Entries> given) {
        List<Row> rows = new ArrayList<>();
        List<Group> found = new ArrayList<>();
        for (Option option : shape.options()) {
            if (option.noEffect().isPresent()) {
                continue;
            }
            String full = below(path, option.name());
            OptionType type = option.type() instanceof OptionType.Maybe maybe ? maybe.of() : option.type();
            boolean group = type instanceof OptionType.Group || type instanceof OptionType.Choice;
            boolean keyedGroup = type instanceof OptionType.Keyed keyed
                    && (keyed.of() instanceof OptionType.Group || keyed.of() instanceof OptionType.Choice);
            if (!group) {
                rows.add(row(option, type, full, path));
            }
            if (group || keyedGroup) {
                List<Entries> maps = OptionWalk.maps(Layers.below(
                        given, key -> shape.find(key).filter(option::equals).isPresent()));
                found.add(new Group(full, option.description(), option.required(), type, maps));
            }
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            groups.push(found.get(i));
        }
        return rows;
    }

    private static Row row(Option option, OptionType type, String full, String path) {
        List<String> facts = new ArrayList<>();
        if (!option.unit().isEmpty()) {
            facts.add(option.unit());
        }
        if (type instanceof OptionType.Words words && words.placeholder().equals("WORD")) {
            facts.add(String.join(", ", words.names()));
        }
        option.fallback()
                .filter(value -> !value.equals("[]"))
                .ifPresent(value -> facts.add("default " + (value.isEmpty() ? "\"\"" : value)));
        if (option.required()) {
            facts.add("required");
        }
        if (!option.aliases().isEmpty()) {
            facts.add((option.aliasesFrom().isEmpty() ? "also" : option.aliasesFrom()) + ": "
                    + String.join(
                            ", ",
                            option.aliases().stream()
                                    .map(alias -> "--" + below(path, alias))
                                    .toList()));
        }
        String text = option.description()
                + (facts.isEmpty()
                        ? ""
                        : (option.description().isEmpty() ? "(" : " (") + String.join("; ", facts) + ")");
        String left = option.positional()
                .map(word -> type instanceof OptionType.Many ? word + "…" : word)
                .orElse("--" + full + "=" + type.placeholder());
        return new Row(left, text);
    }

    private static String title(String path, String description) {
        return description.isEmpty() ? path : path + ": " + description;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
