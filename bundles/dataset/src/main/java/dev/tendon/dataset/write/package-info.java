/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Writes LeRobotDataset, v3.0 and v2.1, file by file, so that LeRobot, Hugging Face's datasets, pyarrow and pandas cannot tell the
 * difference.
 *
 * <p>Start at {@link dev.tendon.dataset.write.DatasetSpec}, which says what is written, and {@link
 * dev.tendon.dataset.write.DataFileWriter}, {@link dev.tendon.dataset.write.EpisodesFileWriter} and {@link
 * dev.tendon.dataset.write.MetaFiles}, which write one file each to a stream of the caller's. Nothing here creates, syncs or moves
 * files: that belongs to whoever saves.
 *
 * <pre>{@code
 * DatasetSpec spec = DatasetSpec.builder(FormatVersion.V3_0, 30)
 *         .robotType("so101_follower")
 *         .feature(FeatureSpec.of("action", "float32", List.of(6), joints))
 *         .build();
 * EpisodeRows rows = new EpisodeRows(n, Map.of("action", ColumnValues.floats(actions, n * 6)))
 *         .numbered(spec.fps(), 0, 0, ColumnValues.same(0, n));
 * try (DataFileWriter file = new DataFileWriter(out, spec)) {
 *     file.write(rows);
 *     file.finish();
 * }
 * DatasetStatistics statistics = EpisodeStatistics.of(spec, rows, Map.of());
 * }</pre>
 *
 * <p>Thread: writers and builders their creator's; all else is immutable, and any thread may have it.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A feature and {@code info.json} keep everything that was found in them, known here or not, so that depth maps, languages and
 *       what comes next pass through.
 *   <li>The Arrow schema in the footers is written by a hundred lines of our own instead of Arrow's Java libraries (Netty or Unsafe,
 *       12 MB): it is compared byte for byte with pyarrow's.
 *   <li>Statistics of numbers repeat NumPy's order of addition and precision, since LeRobot adds in single precision and a quantile
 *       hangs on the last bit of a bin's edge. Statistics of pictures are exact instead; see {@link
 *       dev.tendon.dataset.write.ImageStatistics}.
 * </ul>
 *
 * <p>The format's facts are from LeRobot 0.6 (huggingface/lerobot 7427f3180, {@code datasets/}) and, for v2.1, from b0923ab74, and
 * from files that they wrote.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.dataset.write;
