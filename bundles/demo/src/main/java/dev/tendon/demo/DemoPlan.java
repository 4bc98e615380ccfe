/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo's commands, as a user would type them.
 *
 * @param folder where everything goes
 */
record DemoPlan(DemoOptions options, Path folder) {
    /** What the arm is to do. */
    static final String TASK = "Put the cube on the disc";

    /** Starts of the evaluation begin here: no demonstration has such a one. */
    private static final long FIRST_UNSEEN = 1_000_000;

    private static final int EPISODE_S = 6;
    private static final int FPS = 30;

    /** Steps from one point of the report's curves to the next. */
    private static final int MOST_BETWEEN_POINTS = 25;

    private static final int LEAST_POINTS = 20;

    Path dataset() {
        return folder.resolve("demonstrations");
    }

    Path trained() {
        return folder.resolve("trained");
    }

    Path untrained() {
        return folder.resolve("untrained");
    }

    Path report() {
        return folder.resolve("report");
    }

    Path evaluation(String name) {
        return folder.resolve("eval-" + name);
    }

    static Path checkpoint(Path run) {
        return run.resolve("checkpoints").resolve("last").resolve("pretrained_model");
    }

    List<String> record() {
        return List.of(
                "record",
                "--robot.type=so101_follower",
                "--robot.id=demo",
                "--robot.port=sim:?scene=cube",
                "--robot.cameras={front: {type: sim, view: scene, width: " + options.pictureSize() + ", height: "
                        + options.pictureSize() + ", fps: " + FPS + "}}",
                "--teleop.type=scripted",
                "--teleop.seed=" + options.seed(),
                "--simulated_time=true",
                "--soft_start_s=2",
                "--dataset.repo_id=tendon/demo",
                "--dataset.root=" + dataset(),
                "--dataset.no_stamp=true",
                "--dataset.single_task=" + TASK,
                "--dataset.num_episodes=" + options.demonstrations(),
                "--dataset.episode_time_s=" + EPISODE_S,
                "--dataset.reset_time_s=2",
                "--play_sounds=false");
    }

    List<String> train() {
        return training(trained(), List.of("--steps=" + options.steps(), "--save_freq=0", "--log_freq=" + logFreq()));
    }

    private int logFreq() {
        return Math.max(1, Math.min(MOST_BETWEEN_POINTS, options.steps() / LEAST_POINTS));
    }

    /** The same network with the weights that it begins with: one step that changes nothing. */
    List<String> dontTrain() {
        return training(
                untrained(),
                List.of("--steps=1", "--policy.optimizer_lr=0", "--policy.optimizer_lr_backbone=0", "--log_freq=0"));
    }

    private List<String> training(Path run, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                "train",
                "--dataset.root=" + dataset(),
                "--policy.type=act",
                "--policy.pretrained_backbone_weights=null",
                "--policy.use_vae=false",
                "--policy.dim_model=128",
                "--policy.n_heads=4",
                "--policy.dim_feedforward=512",
                "--policy.chunk_size=60",
                "--policy.n_action_steps=30",
                "--policy.dropout=0",
                "--policy.optimizer_lr=3e-4",
                "--policy.optimizer_lr_backbone=3e-4",
                "--batch_size=" + options.batchSize(),
                "--num_workers=1",
                "--seed=" + options.seed(),
                "--output_dir=" + run));
        command.removeIf(known -> more.stream().anyMatch(other -> name(other).equals(name(known))));
        command.addAll(more);
        return List.copyOf(command);
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('=') + 1);
    }

    /** Evaluates what {@code policy} says. */
    List<String> evaluate(String name, List<String> policy) {
        List<String> command = new ArrayList<>(List.of("eval"));
        command.addAll(policy);
        command.addAll(List.of(
                "--env.type=so101",
                "--env.episode_time_s=8",
                "--env.observation_width=" + options.pictureSize(),
                "--env.observation_height=" + options.pictureSize(),
                "--eval.n_episodes=" + options.evalEpisodes(),
                "--seed=" + (FIRST_UNSEEN + options.seed()),
                "--output_dir=" + evaluation(name)));
        return List.copyOf(command);
    }

    List<String> show() {
        return List.of(
                "dataset", "viz", "--dataset.root=" + dataset(), "--output=" + report().resolve("demonstrations"));
    }
}
