/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Items of a dataset for training: random access, windows in time, batches made ready by workers. Start at {@link
 * dev.tendon.dataset.read.ItemReader}.
 *
 * <pre>{@code
 * ReadOptions options = ReadOptions.DEFAULT.withWindow("action", List.of(0.0, 0.1, 0.2));
 * EpisodeSampler order = EpisodeSampler.of(dataset.episodes(), SamplerOptions.DEFAULT.shuffled(42));
 * try (ItemReader reader = ItemReader.open(dataset, video, options);
 *         BatchLoader loader = BatchLoader.start(reader, order, LoaderOptions.DEFAULT)) {
 *     for (Batch batch = loader.next(); batch != null; batch = loader.next()) {
 *         train(batch.items());
 *         batch.close(); // its memory is filled again
 *     }
 * }
 * }</pre>
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>An item is a place that is filled again and again, not a new object: a picture of 640x480 has a megabyte, and a thousand of them a
 *       second would keep the collector busy. So memory is what the items that somebody holds have, plus the caches, whatever the size of
 *       the dataset.
 *   <li>Numbers are cached by episode, as they are read from disk; pictures are not, unless windows ask for the same picture again and
 *       again. Decoders stay open and stand where they were, so that going on in order decodes each picture once.
 *   <li>Shuffled order is computed, not stored: a permutation of any size in no memory, a function of seed and epoch as in LeRobot, though
 *       not the same one (torch's needs its generator, and memory for all indices).
 *   <li>A worker fills a whole batch: items in order then go through one decoder, without a seek.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.dataset.read;
