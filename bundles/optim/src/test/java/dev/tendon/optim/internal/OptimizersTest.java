/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.api.option.ConfigException;
import dev.tendon.optim.Lanes;
import dev.tendon.optim.Optimizer;
import dev.tendon.optim.ParameterGroup;
import dev.tendon.optim.Schedule;
import dev.tendon.optim.Scheduler;
import dev.tendon.optim.TrainedParameter;
import dev.tendon.optim.TrainingStateException;
import dev.tendon.safetensors.SafeTensors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four steps as LeRobot's optimizers made them, from its own gradients: see {@code golden/README.md}. */
class OptimizersTest {
    private static final int STEPS = 4;

    /** Those that do not clip: a norm is a long sum, and its last bit depends on the order. */
    private static final Set<String> BIT_FOR_BIT = Set.of("adam_far_beta", "sgd_nesterov");

    private final Lanes lanes = new Lanes(2);

    @TempDir
    Path temporary;

    @AfterEach
    void close() {
        lanes.close();
    }

    private record Made(Optimizer optimizer, @Nullable Scheduler scheduler) {
        Made(Optimizer optimizer) {
            this(optimizer, null);
        }
    }

    private Made make(String name, Golden golden) {
        List<TrainedParameter> all = List.copyOf(golden.parameters.values());
        List<ParameterGroup> one = List.of(new ParameterGroup("policy", all));
        List<Double> betas = List.of(0.9, 0.999);
        return switch (name) {
            case "adam" -> new Made(new AdamType()
                    .create(
                            new AdamConfig(3e-3, 0.02, 2.0, betas, 1e-8),
                            List.of(
                                    new ParameterGroup("a", all.subList(0, 2)).withWeightDecay(0.5),
                                    new ParameterGroup("b", all.subList(2, 4))),
                            lanes));
            case "adam_far_beta" -> new Made(
                    new AdamType().create(new AdamConfig(3e-3, 0.0, 0.0, List.of(0.4, 0.9), 1e-6), one, lanes));
            case "adamw" -> new Made(
                    new AdamWType()
                            .create(
                                    new AdamWConfig(1e-3, 1e-2, 5.0, betas, 1e-8),
                                    List.of(
                                            new ParameterGroup("a", List.of(all.get(0), all.get(2), all.get(3))),
                                            new ParameterGroup("b", List.of(all.get(1))).withRate(1e-4)),
                                    lanes),
                    new CosineDecayType().create(new CosineDecayConfig(3, 40, 1e-3, 1e-5), 100, 1e-3));
            case "sgd" -> new Made(new SgdType().create(new SgdConfig(0.05, 0.01, 10, 0, 0, false), one, lanes));
            case "sgd_momentum" -> new Made(
                    new SgdType().create(new SgdConfig(0.05, 0, 1, 0.9, 0.1, false), one, lanes),
                    new ConstantType().create(new ConstantConfig(4), 100, 0.05));
            case "sgd_nesterov" -> new Made(
                    new SgdType().create(new SgdConfig(0.05, 0.1, 0, 0.8, 0, true), one, lanes));
            case "xvla-adamw" -> new Made(new XvlaAdamWType()
                    .create(
                            new XvlaAdamWConfig(2e-3, 0.1, 10, List.of(0.9, 0.99), 1e-8, 0.5, Optional.empty()),
                            one,
                            lanes));
            default -> new Made(multi(all, "actor"));
        };
    }

    private Optimizer multi(List<TrainedParameter> all, String first) {
        var own = new MultiAdamConfig.Own(
                Optional.of(1e-2), Optional.of(List.of(0.8, 0.99)), Optional.of(1e-4), Optional.empty());
        return new MultiAdamType()
                .create(
                        new MultiAdamConfig(2e-3, 0.1, 10, Map.of("critic", own)),
                        List.of(
                                new ParameterGroup(first, List.of(all.get(0), all.get(3))),
                                new ParameterGroup("critic", List.of(all.get(1), all.get(2)))),
                        lanes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adam",
                "adam_far_beta",
                "adamw",
                "sgd",
                "sgd_momentum",
                "sgd_nesterov",
                "xvla-adamw",
                "multi_adam"
            })
    void goesAsInLeRobotAndLeavesItsFiles(String name) throws IOException {
        Golden golden = new Golden(name);
        Made made = make(name, golden);
        Schedule schedule = made.scheduler() == null ? null : Schedule.start(made.scheduler(), made.optimizer());

        run(golden, made.optimizer(), schedule, 0, STEPS);
        made.optimizer().save(temporary);
        if (schedule != null) {
            schedule.save(temporary);
        }

        for (String key : golden.parameters.keySet()) {
            assertAlike(key, golden.now(key), golden.after(STEPS, key));
        }
        for (Path file : files(golden.folder)) {
            Path own = temporary.resolve(golden.folder.relativize(file).toString());
            if (file.endsWith("optimizer_state.safetensors")) {
                assertStateAlike(own, file, BIT_FOR_BIT.contains(name));
            } else if (!file.endsWith("steps.safetensors")) {
                assertThat(own).hasSameBinaryContentAs(file);
            }
        }
    }

    private static void assertStateAlike(Path own, Path golden, boolean bitForBit) throws IOException {
        if (bitForBit) {
            assertThat(own).hasSameBinaryContentAs(golden);
            return;
        }
        SafeTensors wanted = SafeTensors.open(golden);
        SafeTensors found = SafeTensors.open(own);
        assertThat(found.names()).containsExactlyElementsOf(wanted.names());
        for (String name : wanted.names()) {
            assertThat(found.tensor(name).shape()).isEqualTo(wanted.tensor(name).shape());
            assertAlike(name, found.tensor(name).floats(), wanted.tensor(name).floats());
        }
    }

    /** Sums of numbers of like size are alike to a part of that size, not of their own. */
    private static void assertAlike(String what, float[] found, float[] wanted) {
        double size = IntStream.range(0, wanted.length)
                .mapToDouble(i -> Math.abs(wanted[i]))
                .max()
                .orElse(0);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) found[i]).as(what).isCloseTo(wanted[i], within(2.0 * Math.ulp((float) size)));
        }
    }

    private static void run(Golden golden, Optimizer optimizer, @Nullable Schedule schedule, int from, int to)
            throws IOException {
        for (int step = from; step < to; step++) {
            golden.go(step);
            assertThat(optimizer.clip()).isCloseTo(golden.norm(step), within(golden.norm(step) * 3e-7));
            optimizer.step();
            if (schedule != null) {
                schedule.advance();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "adamw", "sgd_momentum", "xvla-adamw", "multi_adam"})
    void goesOnFromItsFilesAsIfNothingHadHappened(String name) throws IOException {
        Golden through = new Golden(name);
        Made made = make(name, through);
        Schedule schedule = made.scheduler() == null ? null : Schedule.start(made.scheduler(), made.optimizer());
        run(through, made.optimizer(), schedule, 0, 2);
        made.optimizer().save(temporary);
        if (schedule != null) {
            schedule.save(temporary);
        }
        Golden again = new Golden(name);
        again.parameters.forEach((key, parameter) -> parameter.value().put(0, through.now(key)));
        Made resumed = make(name, again);
        resumed.optimizer().load(temporary);
        Schedule resumedSchedule = null;
        if (resumed.scheduler() != null) {
            resumedSchedule = Schedule.start(resumed.scheduler(), resumed.optimizer());
            resumedSchedule.load(temporary);
        }

        run(through, made.optimizer(), schedule, 2, STEPS);
        run(again, resumed.optimizer(), resumedSchedule, 2, STEPS);

        assertThat(resumed.optimizer().rates()).isEqualTo(made.optimizer().rates());
        for (String key : through.parameters.keySet()) {
            assertThat(again.now(key)).as(key).isEqualTo(through.now(key));
        }
    }

    @Test
    void takesTheOptionsInTheFileForItsOwn() throws IOException {
        Golden golden = new Golden("adam");
        Optimizer optimizer = make("adam", golden).optimizer();
        optimizer.load(golden.folder);
        Golden other = new Golden("adam_far_beta");
        Optimizer resumed = make("adam_far_beta", other).optimizer();
        resumed.load(other.folder);
        resumed.save(temporary);

        assertThat(temporary.resolve("optimizer_param_groups.json"))
                .hasSameBinaryContentAs(other.folder.resolve("optimizer_param_groups.json"));
        assertThat(temporary.resolve("optimizer_state.safetensors"))
                .hasSameBinaryContentAs(other.folder.resolve("optimizer_state.safetensors"));
    }

    @Test
    void refusesTheStateOfAnotherTrainingAndKeepsItsOwn() throws IOException {
        Golden golden = new Golden("sgd_nesterov");
        Optimizer optimizer = make("sgd_nesterov", golden).optimizer();

        assertThatThrownBy(() -> optimizer.load(Golden.folder("xvla-adamw")))
                .isInstanceOf(TrainingStateException.class)
                .hasMessageContaining("optimizer_param_groups.json")
                .hasMessageContaining("1 parameter groups");
        assertThatThrownBy(() -> optimizer.load(Golden.folder("adam_far_beta")))
                .isInstanceOf(TrainingStateException.class)
                .hasMessageContaining("momentum");
        assertThat(optimizer.rates()).containsExactly(0.05);
    }

    @Test
    void refusesStateOfOtherShapes() throws IOException {
        Golden golden = new Golden("sgd_nesterov");
        List<TrainedParameter> swapped = new ArrayList<>(golden.parameters.values());
        swapped.add(swapped.remove(0));
        Optimizer optimizer = new SgdType()
                .create(
                        new SgdConfig(0.05, 0.1, 0, 0.8, 0, true),
                        List.of(new ParameterGroup("policy", swapped)),
                        lanes);

        assertThatThrownBy(() -> optimizer.load(golden.folder))
                .isInstanceOf(TrainingStateException.class)
                .hasMessageContaining("state/0/momentum_buffer is F32 [5, 13] and not F32 [64], which soft_prompt has");
    }

    @Test
    void namesTheGroupsWhereOptionsNameAnother() throws IOException {
        List<TrainedParameter> all = List.copyOf(new Golden("adam").parameters.values());

        assertThatThrownBy(() -> new MultiAdamType()
                        .create(
                                new MultiAdamConfig(
                                        1e-3,
                                        0,
                                        10,
                                        Map.of(
                                                "critc",
                                                new MultiAdamConfig.Own(
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        Optional.empty()))),
                                List.of(new ParameterGroup("actor", all)),
                                lanes))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("optimizer_groups.critc")
                .hasMessageContaining("actor");
        assertThatThrownBy(() -> multi(all, "critic")).hasMessageContaining("a folder for each group's name");
    }

    @Test
    void letsGradientsThatAreNoNumbersSpoilTheWeightsAsPyTorchDoes() throws IOException {
        Golden golden = new Golden("sgd");
        TrainedParameter bias = golden.parameters.get("head.bias");
        var spoilt = new TrainedParameter(
                bias.name(),
                bias.shape(),
                bias.value(),
                () -> Golden.direct(new float[] {1, Float.NaN, 1, 1, 1, 1, 1}));
        Optimizer optimizer = new SgdType()
                .create(
                        new SgdConfig(0.05, 0, 10, 0, 0, false),
                        List.of(new ParameterGroup("policy", List.of(spoilt))),
                        lanes);

        assertThat(optimizer.clip()).isNaN();
        optimizer.step();

        assertThat(golden.now("head.bias")).containsOnly(Float.NaN);
    }

    @Test
    void allocatesNothingInAStep() throws IOException {
        Golden golden = new Golden("adamw");
        List<TrainedParameter> fixed = golden.parameters.values().stream()
                .map(parameter -> {
                    var gradient =
                            Golden.direct(new float[(int) parameter.shape().elements()]);
                    return new TrainedParameter(parameter.name(), parameter.shape(), parameter.value(), () -> gradient);
                })
                .toList();
        Optimizer optimizer = new AdamWType()
                .create(
                        new AdamWConfig(1e-3, 1e-2, 5.0, List.of(0.9, 0.999), 1e-8),
                        List.of(new ParameterGroup("policy", fixed)),
                        lanes);
        Schedule schedule = Schedule.start(
                new CosineDecayType().create(new CosineDecayConfig(3, 40, 1e-3, 1e-5), 100, 1e-3), optimizer);
        for (int i = 0; i < 20; i++) {
            optimizer.clip();
            optimizer.step();
            schedule.advance();
        }

        long before = allocated();
        for (int i = 0; i < 100; i++) {
            optimizer.clip();
            optimizer.step();
        }

        assertThat(allocated() - before).isLessThan(2_000);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
