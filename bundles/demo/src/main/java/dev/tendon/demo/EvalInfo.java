/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code tendon eval} leaves of an evaluation in an environment: its {@code eval_info.json}. */
final class EvalInfo {
    private EvalInfo() {}

    /** The episodes, in order. */
    static List<Contestant.Outcome> read(Path folder) throws IOException {
        JsonNode info =
                new ObjectMapper().readTree(folder.resolve("eval_info.json").toFile());
        JsonNode videos = info.path("overall").path("video_paths");
        List<Contestant.Outcome> outcomes = new ArrayList<>();
        for (JsonNode episode : info.path("per_episode")) {
            JsonNode video = videos.path(outcomes.size());
            outcomes.add(new Contestant.Outcome(
                    episode.path("seed").asLong(),
                    episode.path("success").asBoolean(),
                    episode.path("max_reward").asDouble(),
                    video.isTextual() ? Optional.of(Path.of(video.asText())) : Optional.empty()));
        }
        return outcomes;
    }
}
