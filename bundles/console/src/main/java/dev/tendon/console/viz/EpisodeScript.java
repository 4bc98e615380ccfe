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
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** {@code data/episode-000012.js}: an episode's numbers, texts and where its pictures are. Thread: any. */
final class EpisodeScript {
    private EpisodeScript() {}

    static void write(Recording recording, int episode, OutputStream out) throws IOException {
        List<DatasetFeature> features = List.copyOf(recording.info().features().values());
        EpisodeFrames times = recording.frames(episode, Set.of());
        Script.write(out, "episode", json -> {
            int frames = times.length();
            json.writeNumberField("index", episode);
            json.writeNumberField("length", frames);
            json.writeObjectFieldStart("times");
            Script.numbers(json, true, frames, times::timestamp);
            json.writeEndObject();
            json.writeArrayFieldStart("tasks");
            runs(json, frames, times::task);
            json.writeEndArray();
            json.writeArrayFieldStart("columns");
            for (int f = 0; f < features.size(); f++) {
                if (Recording.plotted(features.get(f))) {
                    column(
                            json,
                            f,
                            features.get(f),
                            recording.frames(episode, Set.of(features.get(f).name())));
                }
            }
            json.writeEndArray();
            pictures(json, recording, episode);
        });
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
