/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What came of all episodes.
 *
 * @param env name of the environment
 * @param episodes by index
 * @param seconds how long it took
 */
record EnvResult(String env, List<EpisodeResult> episodes, double seconds) {
    EnvResult {
        episodes = List.copyOf(episodes);
    }

    private double mean(ToDoubleFunction<EpisodeResult> of) {
        return episodes.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    long successes() {
        return episodes.stream().filter(EpisodeResult::success).count();
    }

    double percentSuccess() {
        return mean(e -> e.success() ? 100 : 0);
    }

    double meanSumReward() {
        return mean(EpisodeResult::sumReward);
    }

    double meanMaxReward() {
        return mean(EpisodeResult::maxReward);
    }

    double meanSteps() {
        return mean(EpisodeResult::steps);
    }

    List<String> videos() {
        List<String> videos = new ArrayList<>();
        for (EpisodeResult episode : episodes) {
            episode.video().ifPresent(file -> videos.add(file.toString()));
        }
        return videos;
    }

    /** {@code eval_info.json} as LeRobot 0.6 writes it (scripts/lerobot_eval.py, eval_policy_all), and the episodes as 2025 did. */
    Map<String, Object> json() {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put(
                "sum_rewards", episodes.stream().map(EpisodeResult::sumReward).toList());
        metrics.put(
                "max_rewards", episodes.stream().map(EpisodeResult::maxReward).toList());
        metrics.put("successes", episodes.stream().map(EpisodeResult::success).toList());
        metrics.put("video_paths", videos());
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("task_group", env);
        task.put("task_id", 0);
        task.put("metrics", metrics);
        Map<String, Object> group = aggregated();
        group.put("n_episodes", episodes.size());
        group.put("video_paths", videos());
        Map<String, Object> overall = aggregated();
        overall.put("n_episodes", episodes.size());
        overall.put("eval_s", seconds);
        overall.put("eval_ep_s", seconds / Math.max(1, episodes.size()));
        overall.put("video_paths", videos());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("per_task", List.of(task));
        json.put("per_group", Map.of(env, group));
        json.put("overall", overall);
        json.put("per_episode", episodes.stream().map(EnvResult::episode).toList());
        return json;
    }

    private Map<String, Object> aggregated() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("avg_sum_reward", meanSumReward());
        json.put("avg_max_reward", meanMaxReward());
        json.put("pc_success", percentSuccess());
        return json;
    }

    private static Map<String, Object> episode(EpisodeResult episode) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("episode_ix", episode.index());
        json.put("seed", episode.seed());
        json.put("steps", episode.steps());
        json.put("sum_reward", episode.sumReward());
        json.put("max_reward", episode.maxReward());
        json.put("success", episode.success());
        return json;
    }
}
