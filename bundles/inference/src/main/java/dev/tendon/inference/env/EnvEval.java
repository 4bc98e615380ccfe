/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.env;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.env.Env;
import dev.tendon.api.env.EnvType;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.time.SystemClock;
import dev.tendon.inference.EvalInfoFile;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code tendon eval --env.type=…}: finds policy and environment, and tells what came of it. Thread: any. */
@Component(service = EnvEval.class)
public final class EnvEval {
    private final Choices choices;
    private final Video video;

    /** Read once a call. */
    @Reference(service = EnvType.class, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, EnvType<?>>> envs = List.of();

    /** Read once a call. */
    @Reference(
            service = PolicyType.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, PolicyType<?>>> policies = List.of();

    @Activate
    public EnvEval(@Reference Choices choices, @Reference Video video) {
        this.choices = choices;
        this.video = video;
    }

    /**
     * Evaluates.
     *
     * @param seed of the first episode
     * @param renames the policy's names of pictures by the environment's
     * @param folder for {@code eval_info.json} and {@code videos}
     * @throws ConfigException where there is no such policy or environment, or they do not fit
     */
    public void run(
            Chosen<PolicyType<?>> policy,
            Chosen<EnvType<?>> env,
            EnvOptions options,
            long seed,
            Map<String, String> renames,
            Path folder,
            Console console)
            throws IOException, InterruptedException {
        EnvType<?> envType = find(envs, env.type(), "environment");
        PolicyType<?> policyType = find(policies, policy.type(), "policy");
        console.err("loading " + policy.type() + "; then " + options.nEpisodes() + " episodes of " + env.type());
        EnvEvaluation.Plan plan = new EnvEvaluation.Plan(
                options.nEpisodes(), options.sideBySide(), seed, options.videos(), folder.resolve("videos"));
        EnvResult result;
        try (Live live = console.live()) {
            EnvEvaluation evaluation = new EnvEvaluation(
                    env.type(),
                    () -> env(envType, env),
                    context -> policy(policyType, policy, context),
                    renames,
                    plan,
                    video,
                    new SystemClock());
            result = evaluation.run(done -> live.progress("Evaluating", done, options.nEpisodes()));
        }
        EvalInfoFile.write(folder, result.json());
        tell(result, policy.type(), seed, folder, console);
    }

    private static <T extends ChoiceType<?>> T find(
            List<Map.Entry<Map<String, Object>, T>> types, String wanted, String what) {
        for (Map.Entry<Map<String, Object>, T> type : types) {
            Object names = type.getKey().get(Choice.PROPERTY);
            if (names instanceof String[] several ? Arrays.asList(several).contains(wanted) : wanted.equals(names)) {
                return type.getValue();
            }
        }
        throw new ConfigException(
                "No " + what + " \"" + wanted + "\" is installed. tendon choices lists those that are");
    }

    private <C extends Record> Env env(EnvType<C> type, Chosen<EnvType<?>> chosen) {
        return type.create(choices.bind(type, chosen));
    }

    private <C extends Record> Policy policy(PolicyType<C> type, Chosen<PolicyType<?>> chosen, PolicyContext context) {
        return type.create(choices.bind(type, chosen), context);
    }

    private static void tell(EnvResult result, String policy, long seed, Path folder, Console console) {
        int episodes = result.episodes().size();
        console.out(String.format(
                Locale.ROOT,
                "%s in %s: %d of %d episodes succeeded, %.1f %%",
                policy,
                result.env(),
                result.successes(),
                episodes,
                result.percentSuccess()));
        console.out(String.format(
                Locale.ROOT,
                "reward          %.3f together and %.3f at best, on average; %.0f steps an episode",
                result.meanSumReward(),
                result.meanMaxReward(),
                result.meanSteps()));
        console.out(String.format(
                Locale.ROOT,
                "took            %.1f s, %.2f s an episode; seeds %d to %d",
                result.seconds(),
                result.seconds() / episodes,
                seed,
                seed + episodes - 1));
        console.out("written to " + folder.resolve(EvalInfoFile.NAME));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", policy);
        json.put("env", result.env());
        json.put("success_rate", result.percentSuccess() / 100);
        json.putAll(result.json());
        json.put("output_dir", folder.toString());
        console.json(json);
    }
}
