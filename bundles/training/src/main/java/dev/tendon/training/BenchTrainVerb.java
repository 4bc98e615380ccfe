/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ConfigMapper;
import dev.tendon.dataset.LeRobotHome;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.training.options.TrainOptions;
import dev.tendon.training.run.RunListener;
import dev.tendon.training.run.RunResult;
import dev.tendon.training.run.StepFigures;
import dev.tendon.training.run.Trainer;
import dev.tendon.training.run.TrainingParts;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon bench train}. */
@Component(service = Verb.class)
@VerbName("bench train")
@VerbGroup("Measuring")
public final class BenchTrainVerb implements Verb<BenchTrainOptions> {
    private final TrainingParts parts;
    private final Video video;
    private final ChoiceCatalog catalog;
    private final Clock clock = new SystemClock();

    @Activate
    public BenchTrainVerb(@Reference TrainingParts parts, @Reference Video video, @Reference ChoiceCatalog catalog) {
        this.parts = parts;
        this.video = video;
        this.catalog = catalog;
    }

    @Override
    public int run(BenchTrainOptions options, Console console) throws IOException, InterruptedException {
        Path nowhere =
                Path.of("bench-train-saves-nothing-" + ProcessHandle.current().pid());
        TrainOptions run = new ConfigMapper(catalog).fromPlain(TrainOptions.class, options.run(nowhere));
        Path home = LeRobotHome.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Trainer trainer = new Trainer(parts, video, home, clock, java.time.Clock.system(ZoneId.systemDefault()));
        StepTimes times = new StepTimes(options.warmup());
        try (Live live = console.live()) {
            RunResult result = trainer.train(run, info -> listener(times, live, info.steps()), console::err);
            if (result.interrupted()) {
                throw new InterruptedException();
            }
            times.lines().forEach(console::out);
            console.json(times.json(result.info(), options.batchSize()));
        }
        return DONE;
    }

    private static RunListener listener(StepTimes times, Live live, long steps) {
        return new RunListener() {
            @Override
            public void step(StepFigures figures) {
                times.step(figures);
                live.progress("Training", figures.step(), steps);
            }
        };
    }
}
