/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.shell.Console;
import dev.tendon.shell.TendonScript;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code tendon demo}. */
@Component(service = Verb.class)
@VerbName("demo")
@VerbGroup("Policies")
public final class DemoVerb implements Verb<DemoOptions> {
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy-MM-dd/HH-mm-ss", Locale.ROOT);

    private final Path distribution;
    private final Clock clock = new SystemClock();
    private final java.time.Clock timeOfDay = java.time.Clock.system(ZoneId.systemDefault());

    @Activate
    public DemoVerb(BundleContext framework) {
        distribution = Path.of(framework.getProperty("tendon.distribution"));
    }

    @Override
    public int run(DemoOptions options, Console console) throws IOException, InterruptedException {
        Path folder = options.outputDir()
                .orElseGet(() -> Path.of("outputs", "demo").resolve(FOLDER.format(LocalDateTime.now(timeOfDay))));
        if (Files.exists(folder)) {
            throw new ConfigException("--output_dir=" + folder + " is there already; give another");
        }
        Path script = TendonScript.in(distribution);
        Files.createDirectories(folder);
        UserCommands commands = new UserCommands(script, line -> console.err("$ " + line));
        Demo demo = new Demo(new DemoPlan(options, folder), commands, console::err, clock);
        try {
            demo.run().tell(console);
            return DONE;
        } catch (StepFailedException e) {
            console.err("error: " + e.getMessage() + ". What was made so far is in " + folder);
            console.json(Map.of("error", String.valueOf(e.getMessage()), "exit_code", e.exitCode()));
            return e.exitCode();
        }
    }
}
