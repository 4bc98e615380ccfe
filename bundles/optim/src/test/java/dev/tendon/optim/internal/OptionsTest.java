/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.option.ConfigException;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.ConfigMapper;
import dev.tendon.config.RefusedChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names, order and defaults as in LeRobot 0.6, {@code optim/optimizers.py} and {@code optim/schedulers.py}. */
class OptionsTest {
    private final ConfigMapper mapper = new ConfigMapper(new ChoiceCatalog() {
        @Override
        public List<ChoiceInfo> list() {
            return List.of();
        }

        @Override
        public Optional<ChoiceEntry> find(String registry, String name) {
            return Optional.empty();
        }

        @Override
        public List<RefusedChoice> refused() {
            return List.of();
        }
    });

    private String defaults(Class<? extends Record> type, Map<String, ?> given) {
        return ConfigMapper.toPlain(mapper.fromPlain(type, given)).toString();
    }

    @Test
    void haveLeRobotsDefaults() {
        assertThat(defaults(AdamConfig.class, Map.of()))
                .isEqualTo("{lr=0.001, weight_decay=0.0, grad_clip_norm=10.0, betas=[0.9, 0.999], eps=1.0E-8}");
        assertThat(defaults(AdamWConfig.class, Map.of()))
                .isEqualTo("{lr=0.001, weight_decay=0.01, grad_clip_norm=10.0, betas=[0.9, 0.999], eps=1.0E-8}");
        assertThat(defaults(SgdConfig.class, Map.of()))
                .isEqualTo(
                        "{lr=0.001, weight_decay=0.0, grad_clip_norm=10.0, momentum=0.0, dampening=0.0, nesterov=false}");
        assertThat(defaults(XvlaAdamWConfig.class, Map.of()))
                .isEqualTo("{lr=1.0E-4, weight_decay=0.0, grad_clip_norm=10.0, betas=[0.9, 0.99], eps=1.0E-8,"
                        + " soft_prompt_lr_scale=1.0, soft_prompt_warmup_lr_scale=null}");
        assertThat(defaults(MultiAdamConfig.class, Map.of()))
                .isEqualTo("{lr=0.001, weight_decay=0.0, grad_clip_norm=10.0, optimizer_groups={}}");
        assertThat(defaults(DiffuserConfig.class, Map.of("num_warmup_steps", 5)))
                .isEqualTo("{num_warmup_steps=5, name=cosine}");
        assertThat(defaults(VqBetConfig.class, Map.of("num_warmup_steps", 5, "num_vqvae_training_steps", 7)))
                .isEqualTo("{num_warmup_steps=5, num_vqvae_training_steps=7, num_cycles=0.5}");
        assertThat(defaults(ConstantConfig.class, Map.of())).isEqualTo("{num_warmup_steps=1000}");
    }

    @Test
    void areRefusedTogether() {
        assertThatThrownBy(() -> mapper.fromPlain(AdamWConfig.class, Map.of("lr", -1, "betas", List.of(1.0))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("lr")
                .hasMessageContaining("betas");
        assertThatThrownBy(() -> mapper.fromPlain(SgdConfig.class, Map.of("nesterov", true)))
                .hasMessageContaining("momentum");
        assertThatThrownBy(() -> mapper.fromPlain(DiffuserConfig.class, Map.of("name", "piecewise_constant")))
                .hasMessageContaining("cosine_with_restarts");
    }
}
