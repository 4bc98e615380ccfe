/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tendon.video.VideoEncoding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A video's encoding in a journal's header, under the names of its options. Thread: any. */
final class EncodingJson {
    private EncodingJson() {}

    static void write(VideoEncoding encoding, ObjectNode json) {
        json.put("vcodec", encoding.vcodec());
        json.put("pix_fmt", encoding.pixFmt());
        json.put("g", encoding.g());
        json.put("crf", encoding.crf());
        encoding.preset().ifPresent(preset -> json.put("preset", preset));
        json.put("fast_decode", encoding.fastDecode());
        json.put("video_backend", encoding.videoBackend());
        ObjectNode extra = json.putObject("extra_options");
        encoding.extraOptions().forEach(extra::put);
    }

    static Map<String, VideoEncoding> readAll(JsonNode json) {
        Map<String, VideoEncoding> encodings = new LinkedHashMap<>();
        json.properties().forEach(entry -> encodings.put(entry.getKey(), read(entry.getValue())));
        return encodings;
    }

    private static VideoEncoding read(JsonNode json) {
        Map<String, String> extra = new LinkedHashMap<>();
        json.path("extra_options")
                .properties()
                .forEach(entry -> extra.put(entry.getKey(), entry.getValue().asText()));
        return new VideoEncoding(
                json.path("vcodec").asText(),
                json.path("pix_fmt").asText(),
                json.path("g").asInt(),
                json.path("crf").asDouble(),
                json.has("preset") ? Optional.of(json.path("preset").asText()) : Optional.empty(),
                json.path("fast_decode").asInt(),
                json.path("video_backend").asText(),
                extra);
    }
}
