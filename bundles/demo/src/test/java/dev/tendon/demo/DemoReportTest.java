/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.shell.testkit.FakeConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatAnEvaluationLeaves() throws Exception {
        Files.writeString(
                folder.resolve("eval_info.json"),
                """
                {"overall": {"video_paths": ["videos/eval_episode_0.mp4"]},
                 "per_episode": [{"seed": 7, "success": true, "max_reward": 1.0}, {"seed": 8, "success": false, "max_reward": 0.4}]}
                """);

        assertThat(EvalInfo.read(folder))
                .containsExactly(
                        new Contestant.Outcome(7, true, 1, Optional.of(Path.of("videos/eval_episode_0.mp4"))),
                        new Contestant.Outcome(8, false, 0.4, Optional.empty()));
    }

    @Test
    void showsEveryContestantItsFilmsAndTheCommands() throws Exception {
        Path metrics = folder.resolve("metrics.jsonl");
        Files.writeString(
                metrics,
                "{\"step\": 1, \"train/loss\": 0.5}\n{\"step\": 2, \"train/loss\": null}\n{\"step\": 3, \"train/loss\": 0.25}\n");
        Path film = Files.writeString(folder.resolve("eval_episode_0.mp4"), "film");
        Contestant learner = new Contestant(
                "trained <ACT>",
                "learned",
                List.of(
                        new Contestant.Outcome(7, true, 1, Optional.of(film)),
                        new Contestant.Outcome(8, false, 0, Optional.empty())));

        Path page = new DemoReport(
                        List.of(learner),
                        List.of(Metrics.chart(metrics, "train/loss", "loss")),
                        List.of(new Step("Records", "tendon record", 12.3)),
                        "demonstrations/index.html")
                .write(folder.resolve("report"));

        assertThat(page)
                .content()
                .contains("1 of 2", "50 %", "trained &lt;ACT&gt;", "start 7: done", "tendon record", "Records: 12 s")
                .doesNotContain("<ACT>");
        assertThat(folder.resolve("report/videos/trained-ACT--eval_episode_0.mp4"))
                .hasContent("film");
    }

    @Test
    void tellsTheRatesThatAGoalNames() {
        Contestant all = contestant(true, true);
        Contestant none = contestant(false, false);
        Contestant half = contestant(true, false);
        FakeConsole console = new FakeConsole();

        new DemoResult(List.of(all, none, half), folder.resolve("index.html"), folder, 12, List.of()).tell(console);

        assertThat(console.text()).contains("2 of 2", "100 %", "0 of 2", "1 of 2", "12 s in all");
    }

    private static Contestant contestant(boolean... successes) {
        List<Contestant.Outcome> outcomes = new ArrayList<>();
        for (boolean success : successes) {
            outcomes.add(new Contestant.Outcome(outcomes.size(), success, 0, Optional.empty()));
        }
        return new Contestant("somebody", "", outcomes);
    }

    @Test
    void everyCommandNamesTheSamePlacesAndPictures() {
        DemoPlan plan = new DemoPlan(new DemoOptions(Optional.empty(), 3, 5, 7, 2, 64, 4), Path.of("made"));

        assertThat(plan.record())
                .contains("--dataset.root=made/demonstrations", "--dataset.num_episodes=5", "--teleop.seed=3");
        assertThat(plan.train())
                .contains("--dataset.root=made/demonstrations", "--steps=7", "--output_dir=made/trained");
        assertThat(plan.dontTrain())
                .contains("--steps=1", "--policy.optimizer_lr=0", "--output_dir=made/untrained")
                .filteredOn(argument -> argument.startsWith("--policy.optimizer_lr="))
                .hasSize(1);
        assertThat(plan.evaluate("trained", List.of("--policy.path=x")))
                .contains("--env.observation_width=64", "--eval.n_episodes=4", "--policy.path=x");
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThatThrownBy(() -> new DemoOptions(Optional.empty(), -1, 0, 0, 0, 8, 0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("demonstrations is at least 1")
                .hasMessageContaining("seed is at least 0")
                .hasMessageContaining("picture_size is at least 64");
    }
}
