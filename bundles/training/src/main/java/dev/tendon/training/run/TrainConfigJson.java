/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.config.ConfigMapper;
import dev.tendon.training.options.TrainOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The train_config.json of a checkpoint, which LeRobot and this verb read: LeRobot 0.6, {@code configs/train.py}. */
final class TrainConfigJson {
    /** Options that LeRobot does not know, and would refuse. */
    private static final List<String> OURS = List.of("config_path", "threads", "engine");

    private TrainConfigJson() {}

    /**
     * The file's content.
     *
     * @param policy the policy's config.json
     */
    static Map<String, Object> of(
            TrainOptions options,
            Path folder,
            String job,
            Map<String, Object> policy,
            Map<String, Object> optimizer,
            Optional<Map<String, Object>> scheduler) {
        Map<String, Object> json = new LinkedHashMap<>(ConfigMapper.toPlain(options));
        OURS.forEach(json::remove);
        json.computeIfPresent("dataset", (name, dataset) -> dataset(options, (Map<?, ?>) dataset));
        json.put("policy", policy);
        json.put("output_dir", folder.toString());
        json.put("job_name", job);
        json.put("optimizer", optimizer);
        json.put("scheduler", scheduler.orElse(null));
        return json;
    }

    /** LeRobot needs a name, even where a folder is given. */
    private static Map<String, Object> dataset(TrainOptions options, Map<?, ?> plain) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        plain.forEach((name, value) -> dataset.put((String) name, value));
        dataset.computeIfAbsent(
                "repo_id",
                name -> String.valueOf(options.dataset()
                        .root()
                        .orElseThrow()
                        .toAbsolutePath()
                        .normalize()
                        .getFileName()));
        return dataset;
    }
}
