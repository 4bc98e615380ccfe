/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.eval;

import dev.tendon.api.option.ConfigException;
import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.LeRobotHome;
import dev.tendon.inference.Engines;
import dev.tendon.inference.Policies;
import dev.tendon.inference.Programs;
import dev.tendon.inference.env.EnvEval;
import dev.tendon.nn.Program;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon eval}. */
@Component(service = Verb.class)
@VerbName("eval")
@VerbGroup("Policies")
public final class EvalVerb implements Verb<EvalOptions> {
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd/HH-mm-ss", Locale.ROOT); // LeRobot's

    private final Policies policies;
    private final Engines engines;
    private final Video video;
    private final EnvEval envs;
    private final Clock timeOfDay = Clock.system(ZoneId.systemDefault());

    @Activate
    public EvalVerb(
            @Reference Policies policies, @Reference Engines engines, @Reference Video video, @Reference EnvEval envs) {
        this.policies = policies;
        this.engines = engines;
        this.video = video;
        this.envs = envs;
    }

    @Override
    public int run(EvalOptions options, Console console) throws IOException, InterruptedException {
        if (options.env().isPresent()) {
            if (options.dataset().isGiven()) {
                throw new ConfigException("Evaluate on what? Give an environment (--env.type) or a dataset, not both");
            }
            envs.run(
                    options.policy(),
                    options.env().get(),
                    options.eval(),
                    options.seed(),
                    options.renameMap(),
                    folder(options),
                    console);
            return DONE;
        }
        if (!options.dataset().isGiven()) {
            throw new ConfigException(
                    "Evaluate on what? Give an environment, --env.type=NAME, or a dataset: --dataset.root=DIR or --dataset.repo_id=USER/NAME");
        }
        PolicyModel model = policies.model(options.policy());
        Path folder = folder(options);
        DatasetResult result;
        try (Dataset dataset = Dataset.open(root(options.dataset()));
                Program program = Programs.prepare(engines.named(options.engine()), model);
                Live live = console.live()) {
            result = new DatasetEvaluation(model, program, dataset, video, options)
                    .run((done, total) -> live.progress("Planning", done, total));
        }
        EvalReport report = new EvalReport(options.policy().type(), model, result);
        report.write(folder);
        report.tell(console, folder);
        return DONE;
    }

    private Path folder(EvalOptions options) {
        return options.outputDir().orElseGet(() -> Path.of("outputs", "eval")
                .resolve(FOLDER.format(LocalDateTime.now(timeOfDay)) + "_"
                        + options.policy().type()));
    }

    private static Path root(EvalOptions.DatasetOptions wanted) {
        Path home = Path.of(System.getProperty("user.home"));
        return wanted.root().orElseGet(() -> LeRobotHome.of(System.getenv(), home)
                .resolve(wanted.repoId().orElseThrow()));
    }
}
