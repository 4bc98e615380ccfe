/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.IndexOrPath;
import dev.tendon.api.option.PerJoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.yaml.snakeyaml.reader.StreamReader;

/** A record, kept as plain data, as JSON or as options, comes back equal. */
class RoundTripProperties {
    record Nested(Optional<String> word, List<Double> numbers) {}

    record Everything(
            boolean flag,
            int whole,
            long large,
            double number,
            String text,
            Optional<Samples.Ending> ending,
            Map<String, Nested> nested,
            IndexOrPath device,
            Optional<PerJoint> limit,
            Map<String, Chosen<CameraType<?>>> cameras,
            Object anything) {}

    private final ConfigMapper mapper = new ConfigMapper(Samples.catalog());

    @Provide
    Arbitrary<Everything> everything() {
        Arbitrary<String> text = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.strings().ofMaxLength(12)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "null",
                                "~",
                                "",
                                "true",
                                "no",
                                "007",
                                "1e3",
                                ".nan",
                                "{a: 1}",
                                "[",
                                "'q'",
                                "\"",
                                "a: b",
                                "# x",
                                "- x",
                                "include x",
                                "&a",
                                "!t",
                                " blank ",
                                "ä€𝄞",
                                "--x",
                                "=")));
        Arbitrary<String> key = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("_.-: 0'")
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<Double> number = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.doubles()),
                Tuple.of(
                        1,
                        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e300)));
        Arbitrary<Nested> nested =
                Combinators.combine(text.optional(), number.list().ofMaxSize(3)).as(Nested::new);
        Arbitrary<IndexOrPath> device =
                Arbitraries.oneOf(Arbitraries.integers().map(IndexOrPath.Index::new), text.map(IndexOrPath.Path::new));
        Arbitrary<PerJoint> limit = Arbitraries.oneOf(
                number.map(PerJoint.Same::new),
                Arbitraries.maps(key, number).ofMaxSize(3).map(PerJoint.ByName::new));
        Arbitrary<Object> anything = Arbitraries.oneOf(
                text.map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.maps(key, text).ofMaxSize(2).map(Object.class::cast),
                text.list().ofMaxSize(2).map(Object.class::cast));
        Arbitrary<Chosen<CameraType<?>>> camera = Arbitraries.integers()
                .between(0, 9)
                .map(index -> new Chosen<>("opencv", Map.of("index_or_path", index, "width", 640, "height", 480)));
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.of(true, false),
                                        Arbitraries.integers(),
                                        Arbitraries.longs(),
                                        number)
                                .as(List::<Object>of),
                        text,
                        Arbitraries.of(Samples.Ending.class).optional(),
                        Arbitraries.maps(key, nested).ofMaxSize(3),
                        device,
                        limit.optional(),
                        Arbitraries.maps(key, camera).ofMaxSize(2),
                        anything)
                .as((basics, word, ending, groups, port, step, cameras, any) -> new Everything(
                        (Boolean) basics.get(0),
                        (Integer) basics.get(1),
                        (Long) basics.get(2),
                        (Double) basics.get(3),
                        word,
                        ending,
                        groups,
                        port,
                        step,
                        cameras,
                        any));
    }

    @Property(tries = 300)
    void comesBackFromPlainData(@ForAll("everything") Everything options) {
        assertThat(mapper.fromPlain(Everything.class, ConfigMapper.toPlain(options)))
                .isEqualTo(options);
    }

    @Property(tries = 300)
    void comesBackFromAJsonFile(@ForAll("everything") Everything options) throws IOException {
        Path file = Files.createTempFile("options", ".json");
        try {
            Files.writeString(file, Json.pretty(ConfigMapper.toPlain(options)));

            assertThat(mapper.read(Everything.class, file)).isEqualTo(options);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300)
    void comesBackFromOptionsWhoseValuesAreJson(@ForAll("everything") Everything options) {
        List<String> args = ConfigMapper.toPlain(options).entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + Json.line(entry.getValue()))
                .toList();
        Assume.that(StreamReader.isPrintable(String.join("", args))); // YAML takes no control characters

        assertThat(new CommandLine(Samples.catalog())
                        .parse(Everything.class, args)
                        .options())
                .isEqualTo(options);
    }
}
