/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConfigMapperTest {
    @TempDir
    Path folder;

    private final ConfigMapper mapper = new ConfigMapper(Samples.catalog());

    private List<String> problemsOf(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return catchThrowableOfType(ConfigException.class, () -> mapper.read(Samples.Encoder.class, file))
                .problems();
    }

    @Test
    void writesOptionsUnderTheNamesThatUsersType() {
        Samples.Dataset dataset = new Samples.Dataset(
                Path.of("in"),
                Optional.of(List.of(3)),
                List.of("a"),
                true,
                new Samples.Encoder("h264", 20, Map.of("g", 2)));

        assertThat(Json.line(ConfigMapper.toPlain(dataset)))
                .isEqualTo("{\"root\":\"in\",\"episodes\":[3],\"tags\":[\"a\"],\"private\":true,"
                        + "\"rgb_encoder\":{\"vcodec\":\"h264\",\"crf\":20,\"extra_options\":{\"g\":2}}}");
    }

    @Test
    void namesOptionsOfPlainDataWithoutDashes() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> mapper.fromPlain(Samples.Encoder.class, Map.of("crf", "x")));

        assertThat(refused.problems()).containsExactly("crf: wants a whole number, not \"x\"");
    }

    @Test
    void refusesDuplicateKeys() throws IOException {
        assertThat(problemsOf("a.json", "{\"crf\": 1, \"crf\": 2}"))
                .singleElement()
                .asString()
                .contains("a.json", "crf");
        assertThat(problemsOf("a.yaml", "crf: 1\ncrf: 2\n"))
                .singleElement()
                .asString()
                .contains("a.yaml", "line 2");
    }

    @Test
    @Timeout(20)
    void refusesAFileWhoseAliasesExpandWithoutEnd() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problemsOf("bomb.yaml", bomb.toString()))
                .singleElement()
                .asString()
                .contains("bomb.yaml", "too large");
        assertThat(problemsOf("self.yaml", "a: &a [*a]"))
                .singleElement()
                .asString()
                .contains("self.yaml", "deep");
    }

    @Test
    void refusesWhatIsNestedTooDeepOrTooLarge() throws IOException {
        assertThat(problemsOf("deep.yaml", "a: " + "[".repeat(5000)))
                .singleElement()
                .asString()
                .contains("deep.yaml");
        assertThat(problemsOf("deep.json", "[".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("deep.json");
        assertThat(problemsOf("large.yaml", "#".repeat(9 << 20)))
                .singleElement()
                .asString()
                .contains("larger than 8 MiB");
    }

    @Test
    void constructsNothingFromATag() throws IOException {
        assertThat(problemsOf("tag.yaml", "crf: !!javax.script.ScriptEngineManager [1]"))
                .singleElement()
                .asString()
                .contains("tag.yaml", "ScriptEngineManager");
        assertThat(problemsOf("tag.yaml", "crf: !include other.yaml"))
                .singleElement()
                .asString()
                .contains("!include");
    }

    @Test
    void refusesWhatIsNoMapOrNoText() throws IOException {
        assertThat(problemsOf("list.json", "[1]")).singleElement().asString().contains("holds no map of options");
        assertThat(problemsOf("x.toml", "a = 1")).singleElement().asString().contains("TOML");
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        ConfigException refused =
                catchThrowableOfType(ConfigException.class, () -> mapper.read(Samples.Encoder.class, binary));
        assertThat(refused.problems()).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void writesJsonThatEveryReaderTakes() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("a", Arrays.asList(1, 2.5, Double.NaN, null, "ä\n\""));
        plain.put("b", Map.of());

        assertThat(Json.line(plain)).isEqualTo("{\"a\":[1,2.5,null,null,\"ä\\n\\\"\"],\"b\":{}}");
        assertThat(Json.pretty(Map.of("a", List.of(1)))).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}\n");
    }
}
