/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.tree;

import dev.tendon.config.internal.tree.Value.Entries;
import dev.tendon.config.internal.tree.Value.Items;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as far as its nodes: no object is ever constructed from a tag, and a plain scalar stays text until an option's
 * type says what it is ({@code no} is a word for an option that wants words). Size, depth and what aliases expand to are
 * bounded. One use, by one thread.
 */
public final class YamlReader {
    /** Deepest nesting. */
    static final int MAX_DEPTH = 64;

    /** Most nodes, aliases expanded. */
    static final int MAX_NODES = 200_000;

    private static final int MAX_CODE_POINTS = 8 << 20;
    private static final int MAX_ALIASES = 1000;

    private final Source.Layer layer;
    private final String file;
    private final int depth;
    private int nodes;

    private YamlReader(Source.Layer layer, String file, int depth) {
        this.layer = layer;
        this.file = file;
        this.depth = depth;
    }

    /**
     * Inline YAML: the value of an option.
     *
     * @throws MalformedException with the column
     */
    public static Value inline(String text, Source source) throws MalformedException {
        return new YamlReader(source.layer(), "", source.depth()).read(text);
    }

    /**
     * A file's text; an empty one is an empty map.
     *
     * @throws MalformedException with line and column
     */
    static Value file(String text, String file, Source.Layer layer) throws MalformedException {
        return new YamlReader(layer, file, 0).read(text);
    }

    private Value read(String text) throws MalformedException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            Node root = new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options)
                    .getSingleNode();
            return root == null ? new Entries(Map.of(), source(null)) : value(root, 0);
        } catch (MarkedYAMLException e) {
            String problem = e.getProblem() == null ? "cannot be read" : e.getProblem();
            throw new MalformedException("not valid YAML" + at(e.getProblemMark()) + ": " + problem, e);
        } catch (YAMLException e) {
            throw new MalformedException(
                    "not valid YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        } catch (IllegalArgumentException e) {
            // SnakeYAML 2.5 lets a NumberFormatException out where the digits of an escape are missing
            throw new MalformedException("not valid YAML: a \\x, \\u or \\U escape is no character", e);
        }
    }

    private Value value(Node node, int level) throws MalformedException {
        if (++nodes > MAX_NODES) {
            throw new MalformedException("more than " + MAX_NODES + " values, aliases expanded: too large");
        }
        if (level > MAX_DEPTH) {
            throw new MalformedException("nested more than " + MAX_DEPTH + " deep" + at(node.getStartMark()));
        }
        if (!node.getTag().startsWith(Tag.PREFIX)) {
            throw new MalformedException("the tag " + node.getTag() + at(node.getStartMark()) + " is not supported");
        }
        Source source = source(node.getStartMark());
        if (node instanceof ScalarNode scalar) {
            boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
            return new Scalar(scalar.getValue(), plain ? Style.PLAIN : Style.QUOTED, source);
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(value(item, level + 1));
            }
            return new Items(items, source);
        }
        return new Entries(entries((MappingNode) node, level), source);
    }

    private Map<String, Value> entries(MappingNode mapping, int level) throws MalformedException {
        Map<String, Value> entries = new LinkedHashMap<>();
        Map<String, Value> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (Tag.MERGE.equals(key.getTag())) {
                merge(tuple.getValueNode(), merged, level);
            } else if (!(key instanceof ScalarNode scalar)) {
                throw new MalformedException("a key that is no text" + at(key.getStartMark()));
            } else if (entries.put(scalar.getValue(), value(tuple.getValueNode(), level + 1)) != null) {
                throw new MalformedException(
                        "the key \"" + scalar.getValue() + "\" stands twice" + at(key.getStartMark()));
            }
        }
        merged.forEach(entries::putIfAbsent);
        return entries;
    }

    /** {@code <<: *anchor} or a list of them; the first that names a key wins. */
    private void merge(Node from, Map<String, Value> into, int level) throws MalformedException {
        List<Node> sources = from instanceof SequenceNode sequence ? sequence.getValue() : List.of(from);
        for (Node source : sources) {
            if (!(source instanceof MappingNode) || !(value(source, level + 1) instanceof Entries entries)) {
                throw new MalformedException("<< takes a map" + at(source.getStartMark()));
            }
            entries.entries().forEach(into::putIfAbsent);
        }
    }

    private Source source(@Nullable Mark mark) {
        if (file.isEmpty() || mark == null) {
            return new Source(layer, depth, file);
        }
        return Source.at(layer, file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private String at(@Nullable Mark mark) {
        if (mark == null) {
            return "";
        }
        String column = "column " + (mark.getColumn() + 1);
        return file.isEmpty() && mark.getLine() == 0
                ? " at " + column
                : " at line " + (mark.getLine() + 1) + ", " + column;
    }
}
