/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.config.ConfigMapper;
import dev.tendon.config.Json;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.TryOptions;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a choice's options promise. */
final class ConfigChecks {
    private static final Duration ALL = Duration.ofSeconds(20);

    private ConfigChecks() {}

    static List<Check> of(String subject, ChoiceType<?> type, TryOptions options, ConfigMapper mapper) {
        return List.of(
                new Check(
                        "help",
                        subject,
                        "every option says in one line what it does, for --help, messages and schemas",
                        ALL,
                        () -> described(type.configType())),
                new Check(
                        "config",
                        subject,
                        "options go into a file and come back the same; wrong ones are told as mistakes",
                        ALL,
                        () -> roundTrip(type, options, mapper)));
    }

    private static void described(Class<? extends Record> type) throws Violation {
        List<String> silent = new ArrayList<>();
        gather(type, "", silent);
        Violation.unless(
                silent.isEmpty(), "No @Describe on " + String.join(", ", silent) + " of " + type.getSimpleName() + ".");
        Describe describe = type.getAnnotation(Describe.class);
        Violation.unless(
                describe != null && !describe.value().isBlank(),
                "No @Describe on the record " + type.getSimpleName() + " itself.");
    }

    private static void gather(Class<?> type, String path, List<String> silent) {
        for (RecordComponent component : type.getRecordComponents()) {
            Describe describe = component.getAnnotation(Describe.class);
            String name = path + Words.snake(component.getName());
            if (describe == null || describe.value().isBlank()) {
                silent.add(name);
            }
            if (component.getType().isRecord()) {
                gather(component.getType(), name + ".", silent);
            }
        }
    }

    private static void roundTrip(ChoiceType<?> type, TryOptions options, ConfigMapper mapper) throws Exception {
        Class<? extends Record> asked = type.configType();
        Violation.unless(asked == type.configType(), "configType differs from call to call.");
        try {
            mapper.fromPlain(type.configType(), Map.of("tendon_verify_no_such_option", 1));
            throw new Violation("It takes an option that it does not have.");
        } catch (ConfigException expected) {
            // as promised
        }
        Map<String, Object> given = options.present()
                .or(options::absent)
                .orElseThrow(() -> new NotTried("It needs options: --present=\"{…}\" or --absent=\"{…}\"."));
        Record first = mapper.fromPlain(type.configType(), given);
        Map<String, Object> plain = ConfigMapper.toPlain(first);
        Record second = mapper.fromPlain(type.configType(), plain);
        Violation.unless(
                first.equals(second) && Json.line(plain).equals(Json.line(ConfigMapper.toPlain(second))),
                "Written and read again, " + first + " became " + second
                        + ". A component that is no record needs equals by value.");
    }
}
