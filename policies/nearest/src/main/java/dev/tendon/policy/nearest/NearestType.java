/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.video.Video;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code --policy.type=nearest_replay}. Thread: any. */
@Component(service = PolicyType.class)
@Choice(
        value = "nearest_replay",
        description = "Replays the demonstration that begins most like this episode: what a trained policy has to beat")
public final class NearestType implements PolicyType<NearestConfig> {
    private final Video video;

    /** By Declarative Services. */
    @Activate
    public NearestType(@Reference Video video) {
        this.video = video;
    }

    @Override
    public Class<NearestConfig> configType() {
        return NearestConfig.class;
    }

    @Override
    public Policy create(NearestConfig config, PolicyContext context) {
        try {
            Beginnings beginnings = Beginnings.of(context.observationFeatures().layout());
            return new NearestReplay(
                    beginnings,
                    Demonstrations.read(
                            config.datasetRoot(),
                            video,
                            beginnings,
                            context.actionFeatures().layout()));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
