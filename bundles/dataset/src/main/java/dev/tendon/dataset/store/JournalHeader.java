/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The first file of a journal, {@code header.json}: what the others hold. Without it, a journal holds nothing.
 *
 * @param episode the number that the episode was to have
 * @param fps frames per second
 * @param robotType the robot's choice name
 * @param features the dataset's, in its order
 * @param encodings how each video is encoded, by feature; what is not known is not there
 */
record JournalHeader(
        int episode,
        double fps,
        String robotType,
        List<DatasetFeature> features,
        Map<String, VideoEncoding> encodings) {
    static final String NAME = "header.json";
    static final String ROWS = "rows.bin";
    private static final int VERSION = 1;
    private static final long LONGEST = 16 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    JournalHeader {
        features = List.copyOf(features);
        encodings = Map.copyOf(encodings);
    }

    /** The header of an episode of a dataset. */
    static JournalHeader of(DatasetSpec spec, int episode, Map<String, VideoEncoding> encodings) {
        List<DatasetFeature> features = spec.features().values().stream()
                .map(feature -> new DatasetFeature(feature.name(), feature.dtype(), feature.shape(), List.of()))
                .toList();
        return new JournalHeader(episode, spec.fps(), spec.robotType().orElse(""), features, encodings);
    }

    RowLayout layout() {
        return new RowLayout(features);
    }

    /** The features whose pictures are in video files. */
    List<String> videos() {
        return features.stream()
                .filter(DatasetFeature::video)
                .map(DatasetFeature::name)
                .toList();
    }

    /** The features whose pictures are in the rows themselves. */
    List<String> images() {
        return features.stream()
                .filter(feature -> feature.dtype().equals("image"))
                .map(DatasetFeature::name)
                .toList();
    }

    /** The file of a video feature; numbered, since a feature's name need not be a file's. */
    static String videoFile(int number) {
        return "video-" + number + ".mp4";
    }

    /** The whole film of a video feature, which its encoder may write besides. */
    static String filmFile(int number) {
        return "film-" + number + ".mp4";
    }

    static String imageFile(int number) {
        return "images-" + number + ".bin";
    }

    byte[] toJson() throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("tendon_journal", VERSION);
        json.put("episode", episode);
        json.put("fps", fps);
        json.put("robot_type", robotType);
        ArrayNode list = json.putArray("features");
        for (DatasetFeature feature : features) {
            ObjectNode entry = list.addObject();
            entry.put("name", feature.name());
            entry.put("dtype", feature.dtype());
            feature.shape().forEach(entry.putArray("shape")::add);
            feature.names().forEach(entry.putArray("names")::add);
        }
        ObjectNode videos = json.putObject("video_encodings");
        encodings.forEach((key, encoding) -> EncodingJson.write(encoding, videos.putObject(key)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /**
     * Reads it from the journal in {@code folder}.
     *
     * @throws FormatException where it is damaged
     */
    static JournalHeader read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (Files.size(file) > LONGEST) {
            throw damaged(file, "longer than any header");
        }
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            if (json.path("tendon_journal").asInt() != VERSION) {
                throw damaged(file, "it is no journal of version " + VERSION);
            }
            List<DatasetFeature> features = new ArrayList<>();
            for (JsonNode entry : json.path("features")) {
                List<Integer> shape = new ArrayList<>();
                entry.path("shape").forEach(extent -> shape.add(extent.asInt()));
                List<String> names = new ArrayList<>();
                entry.path("names").forEach(name -> names.add(name.asText()));
                features.add(new DatasetFeature(
                        entry.path("name").asText(), entry.path("dtype").asText(), shape, names));
            }
            JournalHeader header = new JournalHeader(
                    json.path("episode").asInt(),
                    json.path("fps").asDouble(),
                    json.path("robot_type").asText(),
                    features,
                    EncodingJson.readAll(json.path("video_encodings")));
            header.layout();
            return header;
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException | ConfigException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static FormatException damaged(Path file, String problem) {
        return new FormatException(file, problem, "Drop the episode in this journal: it cannot be read");
    }
}
