/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.cli;

import dev.tendon.config.internal.bind.Choosing;
import dev.tendon.config.internal.bind.Layers;
import dev.tendon.config.internal.bind.Problems;
import dev.tendon.config.internal.shape.Option;
import dev.tendon.config.internal.shape.OptionType;
import dev.tendon.config.internal.shape.RecordShape;
import dev.tendon.config.internal.tree.Value;
import dev.tendon.config.internal.tree.Value.Entries;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a dotted name down to its type, through the types that are chosen on the way. Mistakes are nobody's business here. */
final class OptionWalk {
    private final Choosing choosing;
    private final List<Entries> root;

    OptionWalk(Choosing choosing, List<Entries> root) {
        this.choosing = choosing;
        this.root = root;
    }

    /** The type of an option without {@code Optional}; null where there is no such option. */
    @Nullable
    OptionType type(RecordShape shape, String dotted) {
        OptionType type = new OptionType.Group(shape.type());
        List<Entries> maps = root;
        for (String name : dotted.split("\\.", -1)) {
            List<Value> below;
            if (type instanceof OptionType.Keyed keyed) {
                type = keyed.of();
                below = Layers.below(maps, name::equals);
            } else {
                Optional<RecordShape> group = group(type, maps);
                Option option = group.flatMap(found -> found.find(name)).orElse(null);
                if (option == null) {
                    return null;
                }
                type = option.type();
                below = Layers.below(
                        maps,
                        key -> group.get().find(key).filter(option::equals).isPresent());
            }
            type = type instanceof OptionType.Maybe maybe ? maybe.of() : type;
            maps = maps(below);
        }
        return type;
    }

    /** The maps among values. */
    static List<Entries> maps(List<Value> values) {
        return Layers.maps(values, "", "", new Problems(""));
    }

    private Optional<RecordShape> group(OptionType type, List<Entries> maps) {
        if (type instanceof OptionType.Group group) {
            return Optional.of(RecordShape.of(group.type()));
        } else if (type instanceof OptionType.Choice choice) {
            return choosing.pick(choice.registry(), maps, "", new Problems("")).map(Choosing.Pick::shape);
        }
        return Optional.empty();
    }
}
