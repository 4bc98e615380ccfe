/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionMakerTest {
    @TempDir
    Path home;

    private OnnxEngine engine;

    @BeforeEach
    void openEngine() {
        engine = new OnnxEngine(new Natives(home, "test"));
    }

    @Test
    void keepsWhatItMadeAndTakesItTheNextTime() throws IOException {
        float[] first = run(request("head"));
        List<Path> kept = kept();
        float[] second = run(request("head"));

        assertThat(kept).hasSize(1);
        assertThat(kept()).isEqualTo(kept);
        assertThat(second).isEqualTo(first).containsExactly(1 * 1 + 2 * 2 + 0.5f, 3 * 1 + 4 * 2 + 0.25f);
    }

    @Test
    void makesAnotherModelOfOtherWeights() throws IOException {
        run(request("head"));

        float[] other = run(request("head", new float[] {0, 0, 0, 1}));

        assertThat(kept()).hasSize(2);
        assertThat(other).containsExactly(0.5f, 2.25f);
    }

    @Test
    void makesADamagedModelAnew() throws IOException {
        float[] first = run(request("head"));
        Path model = kept().get(0).resolve("model.onnx");
        Files.write(model, new byte[] {1, 2, 3});

        assertThat(run(request("head"))).isEqualTo(first);
        assertThat(Files.size(model)).isGreaterThan(3);
    }

    @Test
    void keepsTheEightThatWereUsedLast() throws IOException {
        for (int i = 0; i < 8; i++) {
            run(request("head", new float[] {i, 0, 0, 0}));
        }
        Path first = kept().stream()
                .min(Comparator.comparing(folder -> folder.toFile().lastModified()))
                .orElseThrow();
        for (Path folder : kept()) {
            Files.setLastModifiedTime(folder, FileTime.fromMillis(folder.equals(first) ? 1000 : 2000));
        }

        run(request("head", new float[] {9, 0, 0, 0}));

        assertThat(kept()).hasSize(8).doesNotContain(first);
    }

    @Test
    void leavesNothingHalfWrittenBehind() throws IOException {
        run(request("head"));

        assertThat(kept()).noneMatch(folder -> folder.getFileName().toString().startsWith(".part"));
    }

    @Test
    void namesTheParameterThatDoesNotFit() {
        ProgramRequest wide = request("wide");
        ProgramRequest missing = request("missing");

        assertThatThrownBy(() -> engine.prepare(wide))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining("wide.weight is [2, 2]")
                .hasMessageContaining("[3, 2]");
        assertThatThrownBy(() -> engine.prepare(missing))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining("missing.weight");
    }

    @Test
    void namesTheWeightsThatNobodyAskedFor() throws IOException {
        try (Program program = engine.prepare(request("head"))) {
            assertThat(program.unusedWeights()).containsExactly("wide.bias", "wide.weight");
        }
    }

    @Test
    void refusesADeviceThatIsNotThere() {
        ProgramRequest request = request("head");
        ProgramRequest onGpu = new ProgramRequest(
                request.name(), request.network(), request.weights(), request.inputs(), "cuda", 1, true);

        assertThatThrownBy(() -> engine.prepare(onGpu))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cuda");
    }

    @Test
    void aClosedProgramSaysSo() throws IOException {
        Program program = engine.prepare(request("head"));
        program.close();
        program.close();

        assertThatThrownBy(program::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void doesNotReadWeightsAgainThatTellThatTheyAreTheSame() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        float[] first = run(request(named("file 1", new float[] {1, 2, 3, 4}, reads)));
        int once = reads.get();
        float[] second = run(request(named("file 1", new float[] {1, 2, 3, 4}, reads)));
        assertThat(second).isEqualTo(first);
        assertThat(reads).hasValue(once);

        float[] other = run(request(named("file 2", new float[] {0, 0, 0, 1}, reads)));
        assertThat(other).containsExactly(0.5f, 2.25f);
        float[] same = run(request(named("file 3", new float[] {1, 2, 3, 4}, reads))); // a copy
        assertThat(same).isEqualTo(first);
        assertThat(kept()).hasSize(2);
    }

    @Test
    void aKnownHashThatIsNoneIsFoundAnew() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        run(request(named("file 1", new float[] {1, 2, 3, 4}, reads)));
        try (Stream<Path> known = Files.list(home.resolve("cache/onnx/.known"))) {
            Files.writeString(known.findFirst().orElseThrow(), "zero");
        }
        assertThat(run(request(named("file 1", new float[] {1, 2, 3, 4}, reads))))
                .containsExactly(5.5f, 11.25f);
        assertThat(kept()).hasSize(1);
    }

    private static WeightSource named(String identity, float[] weight, AtomicInteger reads) {
        WeightSource numbers = HeadNetwork.weights(weight);
        return new WeightSource() {
            @Override
            public Set<String> names() {
                return numbers.names();
            }

            @Override
            public Shape shape(String name) {
                return numbers.shape(name);
            }

            @Override
            public ByteBuffer float32(String name) throws IOException {
                reads.incrementAndGet();
                return numbers.float32(name);
            }

            @Override
            public Optional<String> identity() {
                return Optional.of(identity);
            }
        };
    }

    private static ProgramRequest request(WeightSource weights) {
        return new ProgramRequest("test", new HeadNetwork("head"), weights, HeadNetwork.INPUTS, "cpu", 1, true);
    }

    private float[] run(ProgramRequest request) throws IOException {
        try (Program program = engine.prepare(request)) {
            program.floats("state").put(new float[] {1, 2});
            program.run();
            float[] result = new float[2];
            program.floats("action").get(result);
            return result;
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("cache/onnx"))) {
            return folders.filter(folder -> !folder.endsWith(".known")).sorted().toList();
        }
    }

    private ProgramRequest request(String layer) {
        return request(layer, new float[] {1, 2, 3, 4});
    }

    private ProgramRequest request(String layer, float[] weight) {
        return new ProgramRequest(
                "test", new HeadNetwork(layer), HeadNetwork.weights(weight), HeadNetwork.INPUTS, "cpu", 1, true);
    }
}
