/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import org.osgi.service.component.annotations.Component;

/** The choice {@code playback}. */
@Component
@Choice(value = "playback", description = "Plays an episode of a dataset at the rate it was recorded")
public final class PlaybackType implements TeleoperatorType<PlaybackConfig> {
    @Override
    public Class<PlaybackConfig> configType() {
        return PlaybackConfig.class;
    }

    @Override
    public Teleoperator create(PlaybackConfig config, DeviceContext context) {
        return new Playback(
                context,
                config.repeat(),
                config.startS(),
                () -> Recording.read(config.datasetRoot(), config.episode()));
    }
}
