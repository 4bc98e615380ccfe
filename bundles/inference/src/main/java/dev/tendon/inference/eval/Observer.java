/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.eval;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.read.Item;
import dev.tendon.dataset.read.ItemReader;
import dev.tendon.dataset.read.ReadOptions;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import dev.tendon.video.Video;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Puts what a dataset's frames observed into a program. Owner thread: its creator's. */
final class Observer implements AutoCloseable {
    private final Program program;
    private final Map<String, String> sources;
    private final ItemReader reader;
    private final Item item;
    private final Map<String, float[]> values = new HashMap<>();

    private Observer(Program program, Map<String, String> sources, ItemReader reader) {
        this.program = program;
        this.sources = sources;
        this.reader = reader;
        item = reader.newItem();
        program.inputs()
                .forEach(port ->
                        values.put(port.name(), new float[(int) port.shape().elements()]));
    }

    /**
     * An observer of {@code dataset}.
     *
     * @param renames the policy's names by the dataset's
     * @throws ConfigException with all that does not fit
     */
    static Observer open(PolicyModel model, Program program, Dataset dataset, Video video, Map<String, String> renames)
            throws IOException {
        Map<String, String> sources = new HashMap<>();
        model.inputs().keySet().forEach(name -> sources.put(name, name));
        renames.forEach((there, here) -> sources.put(here, there));
        List<String> differences = new ArrayList<>();
        for (Port port : program.inputs()) {
            String source = sources.getOrDefault(port.name(), port.name());
            PolicyFeature wanted = model.inputs().get(port.name());
            DatasetFeature there = dataset.info().features().get(source);
            if (wanted == null || wanted.elements() != port.shape().elements()) {
                differences.add("it is given " + port.name() + " " + port.shape() + ", more than one frame observes");
            } else if (there == null) {
                differences.add("it looks at " + port.name() + ", and the dataset has no \"" + source + "\"");
            } else if ((wanted.type() == FeatureKind.VISUAL) == there.tabular()
                    || there.elements() != wanted.elements()) {
                differences.add("it looks at " + port.name() + " of the shape " + wanted.shape()
                        + ", and the dataset's \"" + source + "\" has " + there.shape());
            }
        }
        if (!differences.isEmpty()) {
            throw new ConfigException("The policy does not fit the dataset " + dataset.root() + ", which has "
                    + dataset.info().features().keySet() + ":\n  " + String.join("\n  ", differences)
                    + "\nOther names are given as --rename_map='{\"DATASET\": \"POLICY\"}'");
        }
        ReadOptions reading = ReadOptions.DEFAULT.withFeatures(new HashSet<>(sources.values()));
        return new Observer(program, sources, ItemReader.open(dataset, video, reading));
    }

    /** Fills the program's inputs. */
    void observe(int episode, int frame) throws IOException {
        reader.read(episode, frame, item);
        for (Port port : program.inputs()) {
            String source = sources.get(port.name());
            float[] numbers = values.get(port.name());
            if (item.cameras().contains(source)) {
                item.chw(source, 0, numbers, 0);
            } else {
                item.numbers(source, numbers, 0);
            }
            program.floats(port.name()).put(numbers);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
