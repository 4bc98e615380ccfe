/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code data/dataset.js}: all that the page knows before it shows an episode. Thread: any. */
final class DatasetScript {
    private DatasetScript() {}

    static void write(Recording recording, OutputStream out) throws IOException {
        Script.write(out, "dataset", json -> {
            json.writeStringField("title", recording.title());
            json.writeStringField("format", recording.info().codebaseVersion());
            json.writeStringField("robot", recording.info().robotType());
            json.writeFieldName("fps");
            Script.number(json, recording.info().fps());
            json.writeNumberField("total_episodes", recording.info().totalEpisodes());
            json.writeNumberField("total_frames", recording.info().totalFrames());
            json.writeNumberField("first", recording.first());
            features(json, recording);
            cameras(json, recording);
            episodes(json, recording.episodes());
            statistics(json, recording);
        });
    }

    private static void features(JsonGenerator json, Recording recording) throws IOException {
        json.writeArrayFieldStart("features");
        for (DatasetFeature feature : recording.info().features().values()) {
            json.writeStartObject();
            json.writeStringField("name", feature.name());
            json.writeStringField("dtype", feature.dtype());
            json.writeArrayFieldStart("shape");
            for (int extent : feature.shape()) {
                json.writeNumber(extent);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("names");
            if (Recording.plotted(feature) || !feature.tabular()) {
                for (String name : feature.names()) {
                    json.writeString(name);
                }
            }
            json.writeEndArray();
            json.writeBooleanField("plotted", Recording.plotted(feature));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void cameras(JsonGenerator json, Recording recording) throws IOException {
        json.writeArrayFieldStart("cameras");
        for (Camera camera : recording.cameras()) {
            json.writeStartObject();
            json.writeStringField("name", camera.feature().name());
            json.writeBooleanField("video", camera.video());
            json.writeNumberField("width", camera.extent("width"));
            json.writeNumberField("height", camera.extent("height"));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Texts once, and their numbers by episode: a thousand episodes have one task. */
    private static void episodes(JsonGenerator json, List<EpisodeInfo> episodes) throws IOException {
        Map<String, Integer> tasks = new LinkedHashMap<>();
        List<List<Integer>> numbers = new ArrayList<>();
        for (EpisodeInfo episode : episodes) {
            List<Integer> its = new ArrayList<>();
            for (String task : episode.tasks()) {
                Integer number = tasks.get(task);
                if (number == null) {
                    number = tasks.size();
                    tasks.put(task, number);
                }
                its.add(number);
            }
            numbers.add(its);
        }
        json.writeArrayFieldStart("tasks");
        for (String task : tasks.keySet()) {
            json.writeString(task);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("episodes");
        for (int i = 0; i < episodes.size(); i++) {
            json.writeStartArray();
            json.writeNumber(episodes.get(i).index());
            json.writeNumber(episodes.get(i).length());
            for (int task : numbers.get(i)) {
                json.writeNumber(task);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void statistics(JsonGenerator json, Recording recording) throws IOException {
        json.writeArrayFieldStart("statistics");
        for (FeatureFigures figures : recording.statistics()) {
            json.writeStartObject();
            json.writeStringField("feature", figures.feature());
            json.writeArrayFieldStart("values");
            for (Map.Entry<String, double[]> value : figures.values().entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", value.getKey());
                json.writeArrayFieldStart("numbers");
                for (double number : value.getValue()) {
                    Script.number(json, number);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
