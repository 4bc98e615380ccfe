/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import dev.tendon.api.env.Env;
import dev.tendon.api.env.Step;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.time.Clock;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a policy act in an environment, episode after episode. Episode i begins with seed + i, whichever of the environments side by side
 * it falls to, so that their number changes nothing but the time. Thread: its creator's.
 */
final class EnvEvaluation {
    private static final double NS_PER_S = 1e9;

    /**
     * How it is done.
     *
     * @param episodes how many
     * @param sideBySide environments at once, each with a policy and a thread of its own
     * @param seed of the first episode
     * @param videos how many of the first episodes are filmed
     * @param folder where to
     */
    record Plan(int episodes, int sideBySide, long seed, int videos, Path folder) {}

    private final String name;
    private final Supplier<Env> envs;
    private final Function<PolicyContext, Policy> policies;
    private final Map<String, String> renames;
    private final Plan plan;
    private final Video video;
    private final Clock clock;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    EnvEvaluation(
            String name,
            Supplier<Env> envs,
            Function<PolicyContext, Policy> policies,
            Map<String, String> renames,
            Plan plan,
            Video video,
            Clock clock) {
        this.name = name;
        this.envs = envs;
        this.policies = policies;
        this.renames = renames;
        this.plan = plan;
        this.video = video;
        this.clock = clock;
    }

    /**
     * Runs all episodes.
     *
     * @param progress is told how many are done
     * @throws InterruptedException where that came; what runs has ended then
     */
    EnvResult run(LongConsumer progress) throws IOException, InterruptedException {
        long begunNs = clock.nanoTime();
        if (plan.videos() > 0) {
            Files.createDirectories(plan.folder());
        }
        int workers = Math.min(plan.sideBySide(), plan.episodes());
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads =
                Executors.newFixedThreadPool(workers, r -> new Thread(r, "tendon-eval-" + number.incrementAndGet()));
        List<EpisodeResult> results = new ArrayList<>();
        try {
            List<Future<List<EpisodeResult>>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                Callable<List<EpisodeResult>> work = () -> work(progress);
                running.add(threads.submit(work));
            }
            for (Future<List<EpisodeResult>> worker : running) {
                results.addAll(worker.get());
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            stopped.set(true);
            threads.shutdownNow();
        }
        results.sort(Comparator.comparingInt(EpisodeResult::index));
        return new EnvResult(name, results, (clock.nanoTime() - begunNs) / NS_PER_S);
    }

    private static IOException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private List<EpisodeResult> work(LongConsumer progress) throws IOException {
        List<EpisodeResult> results = new ArrayList<>();
        try (Env env = envs.get();
                Policy policy = policies.apply(new EnvPolicyContext(env, renames))) {
            policy.warmUp();
            Acting acting = new Acting(policy, env);
            for (int i = next.getAndIncrement(); i < plan.episodes() && !stopped.get(); i = next.getAndIncrement()) {
                results.add(episode(env, acting, i));
                progress.accept(done.incrementAndGet());
            }
        } catch (RuntimeException | IOException | Error e) {
            stopped.set(true); // the others need not go on
            throw e;
        }
        return results;
    }

    private EpisodeResult episode(Env env, Acting acting, int index) throws IOException {
        Optional<EpisodeVideo> film = index < plan.videos()
                ? EpisodeVideo.begin(env, plan.folder().resolve("eval_episode_" + index + ".mp4"), video)
                : Optional.empty();
        if (film.isEmpty()) {
            return episode(env, acting, index, null);
        }
        try (EpisodeVideo filmed = film.get()) {
            return episode(env, acting, index, filmed);
        }
    }

    private EpisodeResult episode(Env env, Acting acting, int index, @Nullable EpisodeVideo film) throws IOException {
        FrameBuffer seen = new FrameBuffer(env.observationFeatures().layout());
        long seed = plan.seed() + index;
        env.reset(seed, seen);
        acting.begin();
        double sum = 0;
        double best = Double.NEGATIVE_INFINITY;
        boolean success = false;
        int steps = 0;
        Step step;
        do {
            if (film != null) {
                film.add(seen);
            }
            step = env.step(acting.act(seen), seen);
            steps++;
            sum += step.reward();
            best = Math.max(best, step.reward());
            success |= step.success();
        } while (!step.terminated() && !step.truncated() && !stopped.get());
        if (film != null) {
            film.add(seen);
        }
        acting.end();
        seen.clear();
        return new EpisodeResult(
                index, seed, steps, sum, best, success, film == null ? Optional.empty() : Optional.of(film.finish()));
    }
}
