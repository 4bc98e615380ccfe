/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeFrames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** {@code data/episode-000012.js}: an episode's numbers, texts and where its pictures are. Thread: any. */
final class EpisodeScript {
    /** 64 MiB. */
    private static final long VALUES_AT_ONCE = 8 << 20;

    private EpisodeScript() {}

    static void write(Recording recording, int episode, OutputStream out) throws IOException {
        List<DatasetFeature> features = List.copyOf(recording.info().features().values());
        List<Set<String>> portions = portions(features, recording.length(episode));
        EpisodeFrames first = recording.frames(episode, portions.get(0));
        Script.write(out, "episode", json -> {
            json.writeNumberField("index", episode);
            json.writeNumberField("length", first.length());
            json.writeObjectFieldStart("times");
            Script.numbers(json, true, first.length(), first::timestamp);
            json.writeEndObject();
            json.writeArrayFieldStart("tasks");
            runs(json, first.length(), first::task);
            json.writeEndArray();
            json.writeArrayFieldStart("columns");
            for (int portion = 0; portion < portions.size(); portion++) {
                EpisodeFrames frames = portion == 0 ? first : recording.frames(episode, portions.get(portion));
                for (int f = 0; f < features.size(); f++) {
                    if (portions.get(portion).contains(features.get(f).name())) {
                        column(json, f, features.get(f), frames);
                    }
                }
            }
            json.writeEndArray();
            pictures(json, recording, episode);
        });
    }

    /** Features that are read together: opening a large file takes longer than reading an episode, and memory has an end. */
    private static List<Set<String>> portions(List<DatasetFeature> features, int length) {
        List<Set<String>> portions = new ArrayList<>();
        portions.add(new LinkedHashSet<>());
        long values = 0;
        for (DatasetFeature feature : features) {
            if (Recording.plotted(feature)) {
                long more = (long) length * feature.elements();
                if (values > 0 && values + more > VALUES_AT_ONCE) {
                    portions.add(new LinkedHashSet<>());
                    values = 0;
                }
                portions.get(portions.size() - 1).add(feature.name());
                values += more;
            }
        }
        return portions;
    }

    private static void column(JsonGenerator json, int number, DatasetFeature feature, EpisodeFrames frames)
            throws IOException {
        int elements = feature.elements();
        json.writeStartObject();
        json.writeNumberField("feature", number);
        if (feature.text()) {
            json.writeArrayFieldStart("texts");
            runs(json, frames.length(), frame -> frames.text(feature.name(), frame));
            json.writeEndArray();
        } else {
            boolean twice =
                    Set.of("float64", "int32", "int64", "uint32", "uint64").contains(feature.dtype());
            Script.numbers(
                    json,
                    twice,
                    Math.multiplyExact(frames.length(), elements),
                    i -> frames.value(feature.name(), i / elements, i % elements));
        }
        json.writeEndObject();
    }

    /** A text is written once, with the frame that it begins at, as long as it stays the same. */
    private static void runs(JsonGenerator json, int frames, IntFunction<String> text) throws IOException {
        for (int frame = 0; frame < frames; frame++) {
            if (frame == 0 || !text.apply(frame).equals(text.apply(frame - 1))) {
                json.writeStartArray();
                json.writeNumber(frame);
                json.writeString(text.apply(frame));
                json.writeEndArray();
            }
        }
    }

    private static void pictures(JsonGenerator json, Recording recording, int episode) throws IOException {
        json.writeArrayFieldStart("pictures");
        for (Camera camera : recording.cameras()) {
            json.writeStartObject();
            if (camera.video()) {
                Clip clip = recording.clip(episode, camera);
                json.writeStringField("src", clip.path());
                json.writeNumberField("from_s", clip.fromS());
                json.writeNumberField("to_s", clip.toS());
                if (!clip.problem().isEmpty()) {
                    json.writeStringField("problem", clip.problem());
                }
            } else {
                json.writeStringField("src", VizSite.images(camera, episode));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
