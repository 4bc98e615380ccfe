/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.bind;

import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.internal.shape.Names;
import dev.tendon.config.internal.shape.Option;
import dev.tendon.config.internal.shape.OptionType;
import dev.tendon.config.internal.shape.OptionType.Basic;
import dev.tendon.config.internal.shape.OptionType.Union;
import dev.tendon.config.internal.shape.OptionType.Words;
import dev.tendon.config.internal.shape.RecordShape;
import dev.tendon.config.internal.tree.MalformedException;
import dev.tendon.config.internal.tree.PlainData;
import dev.tendon.config.internal.tree.Source;
import dev.tendon.config.internal.tree.Value;
import dev.tendon.config.internal.tree.Value.Entries;
import dev.tendon.config.internal.tree.Value.Items;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into records. Each option's values come from several places, the weakest first; a map adds to a weaker one,
 * everything else replaces it. A method that gives null has noted why in the problems. One use, by one thread.
 */
public final class Binder {
    /** Groups within groups that are looked through for suggestions. */
    private static final int KNOWN_DEPTH = 6;

    /** An option: where, in which unit, and whether quotes make it text and nothing else. */
    private record Place(String path, String unit, boolean strict) {
        Place below(String name) {
            return new Place(path.isEmpty() ? name : path + "." + name, unit, strict);
        }

        String wanted(OptionType type) {
            return unit.isEmpty() ? type.wanted() : type.wanted() + " (" + unit + ")";
        }
    }

    private final Choosing choosing;
    private final Problems problems;
    private final ChoiceCatalog catalog;

    /** A binder that notes mistakes in {@code problems}. */
    public Binder(ChoiceCatalog catalog, Problems problems) {
        this.catalog = catalog;
        this.choosing = new Choosing(catalog);
        this.problems = problems;
    }

    /** The record that the maps describe; null where there are mistakes. */
    public <R extends Record> @Nullable R record(Class<R> type, List<Entries> maps, String path) {
        RecordShape shape = RecordShape.of(type);
        know(shape, path, 0);
        return type.cast(group(shape, maps, new Place(path, "", false), ""));
    }

    private @Nullable Record group(RecordShape shape, List<Entries> maps, Place place, String owner) {
        int before = problems.count();
        reportUnknown(shape, maps, place, owner);
        List<@Nullable Object> components = new ArrayList<>();
        for (Option option : shape.options()) {
            components.add(option(shape, option, maps, place));
        }
        return problems.count() == before ? construct(shape.type(), components, place) : null;
    }

    private void reportUnknown(RecordShape shape, List<Entries> maps, Place place, String owner) {
        for (Entries map : maps) {
            map.entries().forEach((key, value) -> {
                if (shape.find(key).isEmpty()) {
                    problems.unknown(fullPath(place.below(key).path(), value), value.source(), owner);
                }
            });
        }
    }

    /** The whole of an option as it was typed: {@code --robt.port} is unknown from its first name on. */
    private static String fullPath(String path, Value value) {
        return value instanceof Entries below
                        && value.source().isOption()
                        && below.entries().size() == 1
                ? fullPath(
                        path + "." + below.entries().keySet().iterator().next(),
                        below.entries().values().iterator().next())
                : path;
    }

    private @Nullable Object option(RecordShape shape, Option option, List<Entries> maps, Place parent) {
        Place place = new Place(parent.below(option.name()).path(), option.unit(), false);
        List<Value> values =
                Layers.below(maps, key -> shape.find(key).filter(option::equals).isPresent());
        Set<String> spellings = new LinkedHashSet<>();
        maps.forEach(map -> map.entries().keySet().stream()
                .filter(key -> option.goesBy(Names.underscores(key)))
                .forEach(key -> spellings.add(Names.underscores(key))));
        if (!values.isEmpty()) {
            reportTwice(values, spellings, parent, place);
            noticeNoEffect(option, values, place);
            return value(option.type(), values, place);
        }
        if (option.fallback().isPresent()) {
            return value(option.type(), List.of(new Scalar(option.fallback().get(), Style.RAW, Source.DEFAULT)), place);
        }
        return absent(option, parent, place);
    }

    private @Nullable Object absent(Option option, Place parent, Place place) {
        OptionType type = option.type();
        if (type instanceof OptionType.Maybe) {
            return Optional.empty();
        } else if (type instanceof OptionType.Many) {
            return List.of();
        } else if (type instanceof OptionType.Keyed) {
            return Map.of();
        } else if (type instanceof OptionType.Group || type instanceof OptionType.Choice) {
            return value(type, List.of(), place);
        }
        List<String> spellings = new ArrayList<>(List.of(place.path()));
        option.aliases().forEach(alias -> spellings.add(parent.below(alias).path()));
        problems.missing(
                spellings,
                problems.name(place.path()) + " is missing"
                        + (option.description().isEmpty() ? "" : ": " + option.description())
                        + (option.unit().isEmpty() ? "" : " (" + option.unit() + ")"));
        return null;
    }

    private void reportTwice(List<Value> values, Set<String> spellings, Place parent, Place place) {
        List<Value> typed =
                values.stream().filter(value -> !(value instanceof Entries)).toList();
        for (int i = 1; i < typed.size(); i++) {
            Source source = typed.get(i).source();
            if (source.layer() == typed.get(i - 1).source().layer()
                    && source.depth() == typed.get(i - 1).source().depth()) {
                String both = spellings.size() < 2
                        ? typed.get(i - 1).shown() + " and " + typed.get(i).shown()
                        : Names.all(spellings.stream()
                                        .map(name ->
                                                problems.name(parent.below(name).path()))
                                        .toList())
                                + " are the same option";
                problems.at(place.path(), source, "given twice: " + both);
                return;
            }
        }
    }

    /** A file that a program wrote gives every option: what is the default there was not wished for. */
    private void noticeNoEffect(Option option, List<Value> values, Place place) {
        boolean wished = values.stream()
                .anyMatch(value -> value.source().isOption()
                        || (value.source().layer() == Source.Layer.FILE && differs(option, value)));
        if (wished && option.noEffect().isPresent()) {
            problems.notice(problems.name(place.path()) + " has no effect: "
                    + option.noEffect().get());
        }
    }

    private static boolean differs(Option option, Value value) {
        return value instanceof Scalar scalar
                && !scalar.isNull()
                && !option.fallback().equals(Optional.of(scalar.text()));
    }

    private @Nullable Object value(OptionType type, List<Value> values, Place place) {
        if (reportsContradiction(values, place)) {
            return null;
        }
        if (type instanceof OptionType.Maybe maybe) {
            return maybe(maybe, values, place);
        } else if (type instanceof OptionType.Keyed keyed) {
            return keyed(keyed, values, place);
        } else if (type instanceof OptionType.Group group) {
            List<Entries> maps = Layers.maps(values, place.path(), place.wanted(type), problems);
            return group(RecordShape.of(group.type()), maps, place, "");
        } else if (type instanceof OptionType.Choice choice) {
            return choice(choice, values, place);
        } else if (type instanceof Union union) {
            return union(union, values, place);
        } else if (type == Basic.ANY) {
            return any(values, place);
        }
        Value top = values.get(values.size() - 1);
        if (type instanceof OptionType.Many many) {
            return many(many, top, place);
        }
        Object found = top instanceof Scalar scalar && !top.isNull() ? scalar(type, scalar, place) : null;
        if (found == null) {
            String advice = type instanceof Words words && top instanceof Scalar scalar
                    ? "." + Names.didYouMean(scalar.text(), words.names())
                    : "";
            problems.add(problems.name(place.path()) + top.source().suffix() + ": wants " + place.wanted(type)
                    + ", not " + top.shown() + (advice.equals(".") ? "" : advice));
        }
        return found;
    }

    private @Nullable Object scalar(OptionType type, Scalar scalar, Place place) {
        return type instanceof Words words
                ? Texts.word(words, scalar)
                : Texts.value((Basic) type, scalar, place.strict());
    }

    /** {@code --a=5} beside {@code --a.b=3}: neither may silently win. */
    private boolean reportsContradiction(List<Value> values, Place place) {
        List<Value> typed =
                values.stream().filter(value -> value.source().isOption()).toList();
        boolean parts = typed.stream().anyMatch(Entries.class::isInstance);
        for (Value value : typed) {
            if (parts && !(value instanceof Entries) && !isMap(value)) {
                problems.add(problems.name(place.path()) + " is ambiguous: " + value.shown()
                        + " and options below it, such as "
                        + problems.name(fullPath(
                                place.path(),
                                typed.stream()
                                        .filter(Entries.class::isInstance)
                                        .findFirst()
                                        .orElseThrow()))
                        + ", contradict each other");
                return true;
            }
        }
        return false;
    }

    private static boolean isMap(Value value) {
        try {
            return Layers.expand(value) instanceof Entries;
        } catch (MalformedException reportedWhereItIsRead) {
            return true;
        }
    }

    private @Nullable Object maybe(OptionType.Maybe maybe, List<Value> values, Place place) {
        int lastNull = -1;
        for (int i = 0; i < values.size(); i++) {
            lastNull = values.get(i).isNull() ? i : lastNull;
        }
        if (lastNull == values.size() - 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(value(maybe.of(), values.subList(lastNull + 1, values.size()), place));
    }

    private @Nullable Object many(OptionType.Many many, Value top, Place place) {
        if (top.isNull()) {
            return List.of();
        }
        try {
            if (Layers.expand(top) instanceof Items items) {
                List<@Nullable Object> bound = new ArrayList<>();
                for (Value item : items.items()) {
                    Place at = new Place(place.path() + "[" + bound.size() + "]", place.unit(), place.strict());
                    bound.add(value(many.of(), List.of(item), at));
                }
                return Collections.unmodifiableList(bound);
            }
            problems.wrong(place.path(), top, place.wanted(many));
        } catch (MalformedException e) {
            problems.at(place.path(), top.source(), e.getMessage());
        }
        return null;
    }

    private Object keyed(OptionType.Keyed keyed, List<Value> values, Place place) {
        Map<String, List<Value>> byKey = new LinkedHashMap<>();
        for (Entries map : Layers.maps(values, place.path(), place.wanted(keyed), problems)) {
            map.entries().forEach((key, value) -> byKey.computeIfAbsent(key, name -> new ArrayList<>())
                    .add(value));
        }
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        byKey.forEach((key, below) -> bound.put(key, value(keyed.of(), below, place.below(key))));
        return Collections.unmodifiableMap(bound);
    }

    private @Nullable Object any(List<Value> values, Place place) {
        try {
            List<Value> expanded = new ArrayList<>();
            for (Value value : values) {
                expanded.add(Layers.expand(value));
            }
            Value top = expanded.get(expanded.size() - 1);
            if (!(top instanceof Entries)) {
                return PlainData.plain(top);
            }
            List<Value> maps =
                    expanded.stream().filter(Entries.class::isInstance).toList();
            return keyed(new OptionType.Keyed(Basic.ANY), maps, place);
        } catch (MalformedException e) {
            problems.at(place.path(), values.get(values.size() - 1).source(), e.getMessage());
            return null;
        }
    }

    private @Nullable Object union(Union union, List<Value> values, Place place) {
        Value top = values.get(values.size() - 1);
        List<Problems> reasons = new ArrayList<>();
        if (!top.isNull()) {
            for (boolean strict : new boolean[] {true, false}) {
                for (Union.Variant variant : union.variants()) {
                    Problems attempt = problems.attempt();
                    Object bound = new Binder(catalog, attempt)
                            .variant(variant, values, new Place(place.path(), place.unit(), strict));
                    if (attempt.count() == 0) {
                        problems.addAll(attempt);
                        return bound;
                    }
                    boolean aboutParts =
                            variant.component() instanceof OptionType.Keyed ? isMap(top) : isTaken(variant, top);
                    if (aboutParts) {
                        reasons.add(attempt);
                    }
                }
            }
        }
        if (reasons.isEmpty()) {
            problems.wrong(place.path(), top, place.wanted(union));
        } else {
            problems.addAll(reasons.get(0));
        }
        return null;
    }

    /** Whether the variant's type takes the value, so that it is the record that refuses it. */
    private static boolean isTaken(Union.Variant variant, Value value) {
        return variant.component() instanceof Basic basic
                && basic != Basic.ANY
                && value instanceof Scalar scalar
                && Texts.value(basic, scalar, true) != null;
    }

    private @Nullable Object variant(Union.Variant variant, List<Value> values, Place place) {
        Object component = value(variant.component(), values, place);
        if (problems.count() > 0) {
            return null;
        }
        List<@Nullable Object> components = new ArrayList<>();
        components.add(component);
        return construct(variant.type(), components, place);
    }

    private @Nullable Object choice(OptionType.Choice choice, List<Value> values, Place place) {
        int before = problems.count();
        List<Entries> maps = Layers.maps(
                values, place.path(), problems.name(place.path() + "." + Choosing.TYPE) + " and its options", problems);
        if (problems.count() > before) {
            return null;
        }
        Optional<Choosing.Pick> picked = choosing.pick(choice.registry(), maps, place.path(), problems);
        if (picked.isEmpty()) {
            return null;
        }
        Choosing.Pick pick = picked.get();
        know(pick.shape(), place.path(), 0);
        Record config = group(pick.shape(), pick.maps(), place, pick.type() + " has ");
        return config == null ? null : new Chosen<ChoiceType<?>>(pick.type(), Encoder.given(config, pick.maps()));
    }

    private void know(RecordShape shape, String path, int depth) {
        for (Option option : shape.options()) {
            String full = path.isEmpty() ? option.name() : path + "." + option.name();
            problems.know(full);
            OptionType type = option.type() instanceof OptionType.Maybe maybe ? maybe.of() : option.type();
            if (type instanceof OptionType.Group group && depth < KNOWN_DEPTH) {
                know(RecordShape.of(group.type()), full, depth + 1);
            } else if (type instanceof OptionType.Choice) {
                problems.know(full + "." + Choosing.TYPE);
            }
        }
    }

    private @Nullable Record construct(Class<? extends Record> type, List<@Nullable Object> components, Place place) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true); // a record need not be public
            return constructor.newInstance(components.toArray());
        } catch (InvocationTargetException e) {
            refused(e.getCause(), place);
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type.getName(), e);
        }
    }

    private void refused(@Nullable Throwable cause, Place place) {
        String where = place.path().isEmpty() ? "" : problems.name(place.path()) + ": ";
        if (cause instanceof ConfigException config) {
            config.problems().forEach(problem -> problems.add(problem.startsWith("--") ? problem : where + problem));
        } else if (cause instanceof IllegalArgumentException) {
            problems.add(where + cause.getMessage());
        } else if (cause instanceof RuntimeException bug) {
            throw bug;
        } else {
            throw new IllegalStateException("A record's constructor failed", cause);
        }
    }
}
