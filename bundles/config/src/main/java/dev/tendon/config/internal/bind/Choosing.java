/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.bind;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.internal.shape.Names;
import dev.tendon.config.internal.shape.RecordShape;
import dev.tendon.config.internal.tree.ConfigFile;
import dev.tendon.config.internal.tree.MalformedException;
import dev.tendon.config.internal.tree.Source;
import dev.tendon.config.internal.tree.Source.Layer;
import dev.tendon.config.internal.tree.Value;
import dev.tendon.config.internal.tree.Value.Entries;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is chosen: by {@code type}, or by {@code path}, a folder whose {@code config.json} names the type and gives
 * options, which others override. Source: LeRobot 0.6, {@code configs/parser.py} and {@code configs/policies.py}.
 */
public final class Choosing {
    /** The key that names the choice. */
    public static final String TYPE = "type";

    /** The key that names a folder to read the choice from. */
    public static final String PATH = "path";

    /** The option that receives the folder; LeRobot's name. */
    public static final String FOLDER_OPTION = "pretrained_path";

    private static final String FOLDER_FILE = "config.json";

    /**
     * What is chosen.
     *
     * @param type the name, as given
     * @param entry the choice
     * @param shape the choice's options
     * @param maps the options given, the weakest first, without {@code type} and {@code path}
     */
    public record Pick(String type, ChoiceEntry entry, RecordShape shape, List<Entries> maps) {}

    private final ChoiceCatalog catalog;

    /** Chooses from {@code catalog}. */
    public Choosing(ChoiceCatalog catalog) {
        this.catalog = catalog;
    }

    /** The choices of a registry. */
    public List<ChoiceInfo> choices(String registry) {
        return catalog.list().stream()
                .filter(info -> info.registry().equals(registry))
                .toList();
    }

    /** The options of each choice of a registry. */
    public List<RecordShape> shapes(String registry) {
        return choices(registry).stream()
                .flatMap(info -> catalog.find(registry, info.name()).stream())
                .map(entry -> RecordShape.of(entry.configType()))
                .toList();
    }

    /** What the maps choose; empty where they do not, with the reason in {@code problems}. */
    public Optional<Pick> pick(String registry, List<Entries> maps, String path, Problems problems) {
        List<Entries> given = maps;
        Value type = last(given, TYPE);
        Value folder = last(given, PATH);
        if (folder != null && !(type != null && hasOption(registry, type, PATH))) {
            if (type != null && compareLayers(type, folder) == 0) {
                problems.at(
                        path,
                        folder.source(),
                        "give " + problems.name(path + "." + TYPE) + " or " + problems.name(path + "." + PATH)
                                + ", not both: the folder names the type");
                return Optional.empty();
            }
            given = without(given, PATH);
            if (type == null || compareLayers(type, folder) < 0) {
                given = fromFolder(folder, given, path, problems);
                type = last(given, TYPE);
                if (type == null) {
                    return Optional.empty();
                }
            }
        }
        return type == null ? missing(registry, path, problems) : named(registry, type, given, path, problems);
    }

    /** {@code Installed: a, b.}, with a blank before it. */
    String installed(String registry) {
        List<String> names = choices(registry).stream().map(ChoiceInfo::name).toList();
        return names.isEmpty() ? " None is installed." : " Installed: " + String.join(", ", names) + ".";
    }

    private Optional<Pick> missing(String registry, String path, Problems problems) {
        problems.missing(
                List.of(path + "." + TYPE),
                problems.name(path + "." + TYPE) + " is missing: it says which " + registry
                        + " and thereby which options " + problems.name(path) + " has." + installed(registry));
        return Optional.empty();
    }

    private Optional<Pick> named(String registry, Value type, List<Entries> given, String path, Problems problems) {
        Optional<ChoiceEntry> entry =
                type instanceof Scalar name ? catalog.find(registry, name.text()) : Optional.empty();
        if (entry.isEmpty()) {
            String word = type instanceof Scalar scalar ? scalar.text() : "";
            List<String> known = choices(registry).stream()
                    .flatMap(info -> Stream.concat(Stream.of(info.name()), info.aliases().stream()))
                    .toList();
            problems.at(
                    path + "." + TYPE,
                    type.source(),
                    "no " + registry + " is called " + type.shown() + "." + Names.didYouMean(word, known)
                            + installed(registry));
            return Optional.empty();
        }
        ChoiceEntry chosen = entry.get();
        RecordShape shape = RecordShape.of(chosen.configType());
        List<Entries> fitting = new ArrayList<>();
        for (Entries map : given) {
            Entries own = overridden(registry, map, type, chosen) ? fitting(map, shape, path, type, problems) : map;
            fitting.add(own.without(List.of(TYPE)));
        }
        return Optional.of(new Pick(((Scalar) type).text(), chosen, shape, fitting));
    }

    /** Whether the map was written for another type, which a stronger one overrides. */
    private boolean overridden(String registry, Entries map, Value type, ChoiceEntry chosen) {
        Value own = map.entries().get(TYPE);
        return own instanceof Scalar name
                && compareLayers(own, type) < 0
                && !catalog.find(registry, name.text()).map(ChoiceEntry::info).equals(Optional.of(chosen.info()));
    }

    private static Entries fitting(Entries map, RecordShape shape, String path, Value type, Problems problems) {
        List<String> unfit = map.entries().keySet().stream()
                .filter(key -> !key.equals(TYPE) && shape.find(key).isEmpty())
                .toList();
        for (String key : unfit) {
            Value value = map.entries().get(key);
            problems.notice(problems.name(path + "." + key)
                    + (value == null ? "" : value.source().suffix()) + " is left out: "
                    + type.shown().replace("\"", "") + " has no such option");
        }
        return map.without(unfit);
    }

    /** The maps on top of what the folder's file says; none where it cannot be read. */
    private static List<Entries> fromFolder(Value folder, List<Entries> given, String path, Problems problems) {
        String name = folder instanceof Scalar scalar ? scalar.text() : "";
        String option = path + "." + PATH;
        String file = name + (name.endsWith("/") || name.endsWith(File.separator) ? "" : File.separator) + FOLDER_FILE;
        try {
            if (!new File(name).isDirectory()) {
                problems.at(option, folder.source(), "no folder " + folder.shown() + " on this machine");
                return List.of();
            }
            if (!new File(file).isFile()) {
                File nested = new File(new File(name, "pretrained_model"), FOLDER_FILE);
                String advice = nested.isFile() ? ": give " + nested.getParent() : "";
                problems.at(option, folder.source(), folder.shown() + " holds no " + FOLDER_FILE + advice);
                return List.of();
            }
            Entries checkpoint = ConfigFile.read(file, Layer.CHECKPOINT);
            if (!(checkpoint.entries().get(TYPE) instanceof Scalar)) {
                problems.at(option, folder.source(), file + " names no \"" + TYPE + "\"");
                return List.of();
            }
            Source source = new Source(Layer.CHECKPOINT, 1, "");
            List<Entries> maps = new ArrayList<>();
            maps.add(checkpoint);
            maps.add(new Entries(Map.of(FOLDER_OPTION, new Scalar(name, Style.QUOTED, source)), source));
            given.stream()
                    .filter(map ->
                            map.source().layer().compareTo(folder.source().layer()) >= 0)
                    .forEach(maps::add);
            return maps;
        } catch (MalformedException e) {
            problems.at(option, folder.source(), e.getMessage());
            return List.of();
        }
    }

    private boolean hasOption(String registry, Value type, String option) {
        return type instanceof Scalar name
                && catalog.find(registry, name.text())
                        .filter(entry ->
                                RecordShape.of(entry.configType()).find(option).isPresent())
                        .isPresent();
    }

    private static List<Entries> without(List<Entries> maps, String key) {
        return maps.stream().map(map -> map.without(List.of(key))).toList();
    }

    private static @Nullable Value last(List<Entries> maps, String key) {
        List<Value> values = Layers.below(maps, key::equals);
        Value last = values.isEmpty() ? null : values.get(values.size() - 1);
        return last == null || last.isNull() ? null : last;
    }

    private static int compareLayers(Value a, Value b) {
        return a.source().layer().compareTo(b.source().layer());
    }
}
