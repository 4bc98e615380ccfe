/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page loads. */
class ScriptTest {
    @TempDir
    private Path folder;

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static String text(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String script, String function) throws IOException {
        String head = "TendonViz." + function + "(";
        assertThat(script).startsWith(head).endsWith(");\n");
        return new ObjectMapper().readTree(script.substring(head.length(), script.length() - 3));
    }

    private static double[] numbers(JsonNode column) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(column.get("data").binaryValue()).order(ByteOrder.LITTLE_ENDIAN);
        boolean twice = column.get("type").textValue().equals("f8");
        double[] numbers = new double[bytes.remaining() / (twice ? 8 : 4)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = twice ? bytes.getDouble() : bytes.getFloat();
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--",
                "a\u2028b\u2029c",
                "\"); alert(1); (\"",
                "\\\"); alert(1)//",
                "tab\t newline\n nul\u0000 bell\u0007 del\u007f",
                "'; alert(1); '",
                "\ud83e\udd16 Würfel 方",
                "\ud83e alone",
                "&lt;b&gt;"
            })
    void carriesAnyTextAsAHarmlessOne(String hostile) throws Exception {
        String script = text(out -> Script.write(out, "x", json -> json.writeStringField("task", hostile)));
        assertThat(script).matches("[\\x20-\\x7e]*\\n").doesNotContain("<").doesNotContain("&");
        assertThat(json(script, "x").get("task").textValue()).isEqualTo(hostile);
    }

    @Test
    void writesWhatIsNoNumberAsNull() throws Exception {
        String script = text(out -> Script.write(out, "x", json -> {
            json.writeArrayFieldStart("n");
            for (double number : new double[] {1, -0.5, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
                Script.number(json, number);
            }
            json.writeEndArray();
        }));
        assertThat(json(script, "x").get("n")).hasToString("[1,-0.5,1.0E300,null,null]");
    }

    @Test
    void tellsWhatTheDatasetIs() throws Exception {
        Recording recording = Sets.recording(Sets.copy("v3.0-video", folder));
        JsonNode told = json(text(out -> DatasetScript.write(recording, out)), "dataset");
        assertThat(told.get("title").textValue()).isEqualTo("v3.0-video");
        assertThat(told.get("robot").textValue()).isEqualTo("so101_follower");
        assertThat(told.get("episodes")).hasToString("[[0,10,0],[1,10,1]]");
        assertThat(told.get("tasks")).hasToString("[\"pick the cube\",\"place the cube\"]");
        assertThat(told.get("cameras").get(0))
                .hasToString("{\"name\":\"observation.images.front\",\"video\":true,\"width\":64,\"height\":48}");
        assertThat(told.get("features").get(0).get("names").get(5).textValue()).isEqualTo("gripper.pos");
        assertThat(told.toString()).doesNotContain(folder.toString()); // a page that is mailed tells no paths
    }

    /** What is in it: golden/README.md. */
    @Test
    void tellsAnEpisodesValuesExactly() throws Exception {
        Recording recording = Sets.recording(Sets.copy("v3.0-video", folder));
        JsonNode told = json(text(out -> EpisodeScript.write(recording, 1, out)), "episode");
        assertThat(told.get("length").intValue()).isEqualTo(10);
        double[] times = numbers(told.get("times"));
        assertThat(times[3]).isEqualTo((double) 0.3f);
        double[] action = numbers(told.get("columns").get(0));
        assertThat(action).hasSize(60);
        assertThat(action[4 * 6 + 3]).isEqualTo(16 + 4 + 3 / 8.0 + 0.5);
        assertThat(told.get("tasks")).hasToString("[[0,\"place the cube\"]]");
        assertThat(told.get("pictures").get(0))
                .hasToString("{\"src\":\"videos/0-front/0000.mp4\",\"from_s\":1.0,\"to_s\":2.0}");
    }

    @Test
    void saysWhyAVideoIsNotThere() throws Exception {
        Path root = Sets.copy("v2.1-video", folder);
        java.nio.file.Files.delete(root.resolve("videos/chunk-000/observation.images.front/episode_000001.mp4"));
        Recording recording = Sets.recording(root);
        assertThat(recording.missingVideos()).isOne();
        assertThat(recording.firstMissing()).isEqualTo("videos/chunk-000/observation.images.front/episode_000001.mp4");
        JsonNode told = json(text(out -> EpisodeScript.write(recording, 1, out)), "episode");
        assertThat(told.get("pictures").get(0).get("problem").textValue()).contains("missing");
        assertThat(json(text(out -> EpisodeScript.write(recording, 0, out)), "episode")
                        .get("pictures")
                        .get(0)
                        .get("src")
                        .textValue())
                .isEqualTo("videos/0-front/0000.mp4");
    }
}
