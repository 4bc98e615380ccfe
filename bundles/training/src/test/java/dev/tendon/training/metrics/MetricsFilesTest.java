/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsFilesTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.ofEpochSecond(1_000_000, 500_000_000));

    @TempDir
    Path folder;

    private Path lines() {
        return folder.resolve("metrics.jsonl");
    }

    private Path events() {
        return folder.resolve("tensorboard/events.out.tfevents.tendon");
    }

    private void write(long done, long from, long to) throws IOException {
        try (MetricsFiles metrics = MetricsFiles.open(folder, done, NOON)) {
            for (long step = from; step <= to; step += 100) {
                Map<String, Double> values = new LinkedHashMap<>();
                values.put("train/loss", 1.0 / step);
                values.put("train/grad_norm", step == 300 ? Double.NaN : 2.0);
                metrics.write(step, values);
            }
            metrics.sync();
        }
    }

    @Test
    void writesALineAStep() throws IOException {
        write(0, 200, 300);

        assertThat(lines())
                .content()
                .isEqualTo(
                        """
                        {"step": 200, "wall_time_s": 1000000.5, "train/loss": 0.005, "train/grad_norm": 2.0}
                        {"step": 300, "wall_time_s": 1000000.5, "train/loss": 0.0033333333333333335, "train/grad_norm": null}
                        """);
    }

    @Test
    void checksRecordsAsTensorFlowDoes() {
        // RFC 3720's test of the checksum, 32 zero bytes: 8a9136aa; masked as crc32c.h says.
        int crc = 0x8a9136aa;
        int masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;

        assertThat(EventFile.masked(ByteBuffer.allocate(32))).isEqualTo(masked);
    }

    @Test
    void writesEventsThatTensorBoardReads() throws IOException {
        write(0, 200, 200);

        byte[] file = Files.readAllBytes(events());
        // as tensorboard's own EventFileWriter writes them, but for the time and the name
        String version = new String(Arrays.copyOfRange(file, 12, 12 + 24), StandardCharsets.ISO_8859_1);
        assertThat(file[0]).isEqualTo((byte) 24);
        assertThat(version).endsWith("brain.Event:2");
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("train/loss")
                .contains("train/grad_norm");
    }

    @Test
    void goesOnAsIfItHadNeverStopped() throws IOException {
        write(0, 100, 500);
        byte[] wholeLines = Files.readAllBytes(lines());
        byte[] wholeEvents = Files.readAllBytes(events());
        write(200, 300, 500);

        assertThat(lines()).hasBinaryContent(wholeLines);
        assertThat(events()).hasBinaryContent(wholeEvents);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30, 60})
    void cutsOffWhatACrashLeftHalfWritten(int lost) throws IOException {
        write(0, 100, 300);
        byte[] wholeLines = Files.readAllBytes(lines());
        byte[] wholeEvents = Files.readAllBytes(events());
        Files.write(lines(), Arrays.copyOf(wholeLines, wholeLines.length - lost));
        Files.write(events(), Arrays.copyOf(wholeEvents, wholeEvents.length - lost));
        write(200, 300, 300);

        assertThat(lines()).hasBinaryContent(wholeLines);
        assertThat(events()).hasBinaryContent(wholeEvents);
    }

    @Test
    void cutsOffGarbage() throws IOException {
        write(0, 100, 300);
        byte[] wholeEvents = Files.readAllBytes(events());
        Files.write(events(), new byte[100], StandardOpenOption.APPEND);
        Files.writeString(lines(), "\0\0\0\n", StandardOpenOption.APPEND);
        write(300, 400, 300);

        assertThat(events()).hasBinaryContent(wholeEvents);
        assertThat(lines()).content().endsWith("null}\n");
    }
}
