/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.LeRobotHome;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.training.options.TrainOptions;
import dev.tendon.training.run.RunResult;
import dev.tendon.training.run.Trainer;
import dev.tendon.training.run.TrainingParts;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon train}. */
@Component(service = Verb.class)
@VerbName("train")
@VerbGroup("Policies")
public final class TrainVerb implements Verb<TrainOptions> {
    private static final int INTERRUPTED = 130;

    private final TrainingParts parts;
    private final Video video;
    private final Clock clock = new SystemClock();

    @Activate
    public TrainVerb(@Reference TrainingParts parts, @Reference Video video) {
        this.parts = parts;
        this.video = video;
    }

    @Override
    public int run(TrainOptions options, Console console) throws IOException {
        Path home = LeRobotHome.of(System.getenv(), Path.of(System.getProperty("user.home")));
        java.time.Clock timeOfDay = java.time.Clock.system(ZoneId.systemDefault());
        Trainer trainer = new Trainer(parts, video, home, clock, timeOfDay);
        try (Live live = console.live();
                Progress progress = new Progress(console, live, timeOfDay)) {
            RunResult result = trainer.train(options, progress::begin, console::err);
            progress.tell(result);
            return result.interrupted() ? INTERRUPTED : DONE;
        }
    }
}
