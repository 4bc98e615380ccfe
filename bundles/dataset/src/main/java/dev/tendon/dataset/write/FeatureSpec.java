/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.DatasetFeature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feature as {@code info.json} describes it, with everything that stands there, known here or not, in its order. Values are
 * {@code String}, {@code Long}, {@code Double}, {@code Boolean}, null, {@code List} and {@code Map}. Immutable.
 */
public final class FeatureSpec {
    private static final String DTYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String NAMES = "names";
    private static final String INFO = "info";

    private final String name;
    private final Map<String, @Nullable Object> json;

    private FeatureSpec(String name, Map<String, @Nullable Object> json) {
        this.name = name;
        this.json = Collections.unmodifiableMap(json);
    }

    /**
     * A feature of {@code shape}, with a name for each element, or none.
     *
     * @param dtype as LeRobot spells it: {@code float32}, {@code int64}, {@code bool}, {@code string}, {@code image}, {@code video} …
     * @param shape extents; of pictures height, width, channels
     */
    public static FeatureSpec of(String name, String dtype, List<Integer> shape, List<String> names) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(DTYPE, dtype);
        json.put(SHAPE, shape.stream().map(Integer::longValue).toList());
        json.put(NAMES, names.isEmpty() ? null : List.copyOf(names));
        return new FeatureSpec(name, json);
    }

    /** A feature from its object in {@code info.json}. */
    public static FeatureSpec ofJson(String name, Map<String, ?> json) {
        return new FeatureSpec(name, new LinkedHashMap<>(json));
    }

    /** Pictures of a camera, as videos or within the rows. */
    public static FeatureSpec pictures(String name, boolean video, int height, int width) {
        return of(name, video ? "video" : "image", List.of(height, width, 3), List.of("height", "width", "channels"));
    }

    public String name() {
        return name;
    }

    public String dtype() {
        return String.valueOf(json.get(DTYPE));
    }

    /** Extents; a feature without any has one value. */
    public List<Integer> shape() {
        List<Integer> shape = new ArrayList<>();
        if (json.get(SHAPE) instanceof Collection<?> extents) {
            for (Object extent : extents) {
                shape.add(((Number) Objects.requireNonNull(extent)).intValue());
            }
        }
        return shape.isEmpty() ? List.of(1) : shape;
    }

    /** Product of the extents. */
    public int elements() {
        return shape().stream().reduce(1, Math::multiplyExact);
    }

    /** Whether its pictures are in video files. */
    public boolean video() {
        return dtype().equals("video");
    }

    /** Whether its pictures are within the rows. */
    public boolean image() {
        return dtype().equals("image");
    }

    /** Whether its values are texts. */
    public boolean text() {
        return dtype().equals("string");
    }

    /** Whether its values are numbers or truth values, which have statistics. */
    public boolean numeric() {
        return switch (dtype()) {
            case "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" -> true;
            case "float16", "float32", "float64" -> true;
            default -> false;
        };
    }

    /**
     * Whether it is a depth map, whose statistics are not divided by 255 (LeRobot 0.6, configs/video.py, with the older spellings
     * that it accepts).
     */
    public boolean depth() {
        return marked(json.get(INFO), "is_depth_map")
                || marked(json.get(INFO), "video.is_depth_map")
                || marked(json.get("video_info"), "video.is_depth_map");
    }

    private static boolean marked(@Nullable Object map, String key) {
        return map instanceof Map<?, ?> found && Boolean.TRUE.equals(found.get(key));
    }

    /** What is said of a video's form: codec, pixel format, frames per second …; empty where nothing is. */
    public Map<String, @Nullable Object> info() {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        if (json.get(INFO) instanceof Map<?, ?> found) {
            found.forEach((key, value) -> info.put(String.valueOf(key), value));
        }
        return info;
    }

    /** This feature with another {@code info}. */
    public FeatureSpec withInfo(Map<String, ?> info) {
        return with(INFO, new LinkedHashMap<>(info));
    }

    /** This feature with {@code key} set to {@code value}, at its place or last. */
    public FeatureSpec with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(json);
        changed.put(key, value);
        return new FeatureSpec(name, changed);
    }

    /** This feature without {@code key}. */
    public FeatureSpec without(String key) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(json);
        changed.remove(key);
        return new FeatureSpec(name, changed);
    }

    /** This feature under another name. */
    public FeatureSpec renamed(String other) {
        return new FeatureSpec(other, new LinkedHashMap<>(json));
    }

    /** What stands in {@code info.json} under its name. */
    public Map<String, @Nullable Object> json() {
        return json;
    }

    /** What the reading side calls it. */
    DatasetFeature feature() {
        return new DatasetFeature(name, dtype(), shape(), List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureSpec that && name.equals(that.name) && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, json);
    }

    @Override
    public String toString() {
        return name + json;
    }
}
