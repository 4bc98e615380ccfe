/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.bind;

import dev.tendon.config.internal.tree.ConfigFile;
import dev.tendon.config.internal.tree.MalformedException;
import dev.tendon.config.internal.tree.Value;
import dev.tendon.config.internal.tree.Value.Entries;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import dev.tendon.config.internal.tree.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Values of one option from several places, the weakest first. */
public final class Layers {
    /** draccus' word for a group in a file: {@code --robot="include robot.yaml"}. */
    private static final String INCLUDE = "include ";

    private Layers() {}

    /**
     * The maps among the values, the weakest first; inline YAML is read, a null drops what is weaker. Mistakes go to {@code
     * problems}.
     */
    public static List<Entries> maps(List<Value> values, String path, String wanted, Problems problems) {
        List<Entries> maps = new ArrayList<>();
        for (Value value : values) {
            try {
                Value expanded = expand(value);
                if (expanded instanceof Entries entries) {
                    maps.add(entries);
                } else if (expanded.isNull()) {
                    maps.clear();
                } else {
                    problems.wrong(path, value, wanted);
                }
            } catch (MalformedException e) {
                problems.at(path, value.source(), e.getMessage());
            }
        }
        return maps;
    }

    /** The values that the maps hold under keys that fit, the weakest first. */
    public static List<Value> below(List<Entries> maps, Predicate<String> key) {
        List<Value> values = new ArrayList<>();
        for (Entries map : maps) {
            map.entries().forEach((name, value) -> {
                if (key.test(name)) {
                    values.add(value);
                }
            });
        }
        return values;
    }

    /** The value, read as inline YAML or from the file that it includes, where it is text of the command line. */
    static Value expand(Value value) throws MalformedException {
        if (!(value instanceof Scalar scalar) || scalar.style() != Style.RAW || scalar.isNull()) {
            return value;
        }
        if (scalar.text().startsWith(INCLUDE)) {
            return ConfigFile.read(
                    scalar.text().substring(INCLUDE.length()).strip(),
                    scalar.source().layer());
        }
        return scalar.text().isEmpty() ? value : YamlReader.inline(scalar.text(), scalar.source());
    }
}
