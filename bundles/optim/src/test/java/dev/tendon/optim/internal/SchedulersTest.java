/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.api.option.ConfigException;
import dev.tendon.optim.Scheduler;
import dev.tendon.optim.internal.DiffuserConfig.Form;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Learning rates as LeRobot's schedules gave them: see {@code golden/README.md}. */
class SchedulersTest {
    @Test
    void givesTheRateOfEachStep() throws IOException {
        JsonNode cases = JsonMapper.builder()
                .build()
                .readTree(Golden.folder("lr_schedulers.json").toFile());
        assertThat(cases).hasSize(6);
        for (JsonNode golden : cases) {
            double base = golden.get("base_lr").doubleValue();
            Scheduler scheduler = scheduler(golden, base);
            JsonNode rates = golden.get("lr_used_at_step");
            for (int step = 0; step < rates.size(); step++) {
                double rate = rates.get(step).doubleValue();
                assertThat(base * scheduler.factor(step))
                        .as("%s, step %d", golden.get("config"), step)
                        .isCloseTo(rate, within(rate * 1e-12 + base * 1e-16));
            }
        }
    }

    private static Scheduler scheduler(JsonNode golden, double base) {
        JsonNode config = golden.get("config");
        long steps = golden.get("num_training_steps").longValue();
        long warmup = config.get("num_warmup_steps").longValue();
        return switch (golden.get("type").asText()) {
            case "diffuser" -> diffuser(
                    Form.valueOf(config.get("name").asText().toUpperCase(Locale.ROOT)), warmup, steps, base);
            case "vqbet" -> new VqBetType()
                    .create(
                            new VqBetConfig(
                                    warmup,
                                    config.get("num_vqvae_training_steps").longValue(),
                                    config.get("num_cycles").doubleValue()),
                            steps,
                            base);
            default -> new CosineDecayType()
                    .create(
                            new CosineDecayConfig(
                                    warmup,
                                    config.get("num_decay_steps").longValue(),
                                    config.get("peak_lr").doubleValue(),
                                    config.get("decay_lr").doubleValue()),
                            steps,
                            base);
        };
    }

    private static Scheduler diffuser(Form form, long warmup, long steps, double base) {
        return new DiffuserType().create(new DiffuserConfig(Optional.of(warmup), form), steps, base);
    }

    @Test
    void fallsToItsEndInTheOtherForms() {
        Scheduler polynomial = diffuser(Form.POLYNOMIAL, 10, 110, 1e-3);
        assertThat(polynomial.factor(5)).isEqualTo(0.5);
        assertThat(polynomial.factor(10)).isCloseTo(1, within(1e-15));
        assertThat(polynomial.factor(60)).isCloseTo((0.5 * (1e-3 - 1e-7) + 1e-7) / 1e-3, within(1e-15));
        assertThat(polynomial.factor(111)).isEqualTo(1e-7 / 1e-3);
        Scheduler restarts = diffuser(Form.COSINE_WITH_RESTARTS, 0, 100, 1e-3);
        assertThat(restarts.factor(50)).isCloseTo(0.5, within(1e-15));
        assertThat(restarts.factor(100)).isZero();
        Scheduler annealing = new CosineAnnealingType().create(new CosineAnnealingConfig(10), 110, 1e-3);
        assertThat(annealing.factor(1)).isEqualTo(0.1);
        assertThat(annealing.factor(60)).isCloseTo(0.5, within(1e-15));
        assertThat(annealing.factor(110)).isZero();
        Scheduler constant = new ConstantType().create(new ConstantConfig(4), 10, 1e-3);
        assertThat(constant.factor(1)).isEqualTo(0.25);
        assertThat(constant.factor(4)).isEqualTo(1);
    }

    @Test
    void saysWhatItNeeds() {
        assertThatThrownBy(() -> new DiffuserConfig(Optional.empty(), Form.COSINE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("num_warmup_steps");
        assertThatThrownBy(() -> diffuser(Form.POLYNOMIAL, 0, 10, 1e-8))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--optimizer.lr");
        assertThatThrownBy(() -> new CosineDecayConfig(1, 0, 0, 0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("num_decay_steps")
                .hasMessageContaining("peak_lr");
    }
}
