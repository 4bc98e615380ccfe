/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.video.Video;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EnvEvaluationTest {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    /** Plans to add one three times, of which two are carried out. */
    private final class Adder implements Policy {
        @Override
        public int observationSteps() {
            return 2;
        }

        @Override
        public int chunkSize() {
            return 3;
        }

        @Override
        public int actionSteps() {
            return 2;
        }

        @Override
        public void warmUp() {
            // nothing to load
        }

        @Override
        public void reset() {
            // nothing is remembered
        }

        @Override
        public void plan(Observations observed, ActionChunk out) {
            seen.add(observed.step(0).value(0) + " " + observed.step(1).value(0) + " "
                    + observed.lastSent().value(0));
            for (int i = 0; i < 3; i++) {
                out.next().value(0, 1);
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private EnvResult evaluated(int episodes, int sideBySide, Function<PolicyContext, Policy> policies)
            throws Exception {
        EnvEvaluation.Plan plan = new EnvEvaluation.Plan(episodes, sideBySide, 1000, 0, Path.of("unused"));
        return new EnvEvaluation(
                        "counting", CountingEnv::new, policies, Map.of(), plan, noVideo(), new SimulatedClock(0))
                .run(done -> {});
    }

    @Test
    void anEpisodeBeginsWithSeedAndNumberAndCountsAsDoneWhereItOnceWas() throws Exception {
        EnvResult result = evaluated(5, 1, context -> new Adder());

        assertThat(result.episodes())
                .extracting(EpisodeResult::seed)
                .containsExactly(1000L, 1001L, 1002L, 1003L, 1004L);
        assertThat(result.episodes())
                .extracting(EpisodeResult::success)
                .containsExactly(true, true, true, false, false);
        assertThat(result.episodes()).extracting(EpisodeResult::steps).containsExactly(3, 2, 1, 6, 6);
        assertThat(result.percentSuccess()).isEqualTo(60);
        assertThat(result.episodes().get(0).sumReward()).isEqualTo(0.5 + 0.25 + 1);
        assertThat(result.episodes().get(3).maxReward()).isEqualTo(0.5);
    }

    @Test
    void plansWhenWhatIsToBeCarriedOutOfAPlanIs() throws Exception {
        evaluated(1, 1, context -> new Adder());

        // the first observation stands repeated; two actions later it is asked again
        assertThat(seen).containsExactly("1000.0 1000.0 NaN", "1001.0 1002.0 1.0");
    }

    @Test
    void environmentsSideBySideChangeNothing() throws Exception {
        EnvResult alone = evaluated(20, 1, context -> new Adder());
        EnvResult together = evaluated(20, 4, context -> new Adder());

        assertThat(together.episodes()).isEqualTo(alone.episodes());
    }

    @Test
    void aPolicyThatThrowsEndsIt() {
        assertThatThrownBy(() -> evaluated(3, 2, context -> {
                    throw new IllegalStateException("no weights");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no weights");
    }

    @Test
    void writesWhatLeRobotWrites() throws Exception {
        Map<String, Object> json = evaluated(2, 1, context -> new Adder()).json();

        assertThat(json).containsOnlyKeys("per_task", "per_group", "overall", "per_episode");
        assertThat(json.get("overall"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("pc_success", 100.0)
                .containsEntry("n_episodes", 2)
                .containsEntry("avg_max_reward", 1.0)
                .containsKeys("avg_sum_reward", "eval_s", "eval_ep_s", "video_paths");
    }

    private static Video noVideo() {
        return (Video) Proxy.newProxyInstance(
                Video.class.getClassLoader(), new Class<?>[] {Video.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("Nothing is filmed");
                });
    }
}
