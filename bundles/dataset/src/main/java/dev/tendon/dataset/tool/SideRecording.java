/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.dataset.DatasetInfo;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.store.SwapIn;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Recording for a dataset in v2.1, which has no order in which an episode could be added safely: the episodes are recorded in v3.0 beside it, in a dataset
 * of their own, and join it at the end, in one step. The dataset itself is not touched before.
 *
 * <pre>{@code
 * SideRecording side = SideRecording.of(root);
 * side.recover();
 * try (DatasetStore store = DatasetStore.create(files, video, side.folder(), spec)) { … }   // or resume, where side.exists()
 * side.join(video, progress);
 * }</pre>
 *
 * <p>Killed before the join, the episodes are beside; killed in it, {@link #recover} finds out on which side of the one step it was. Thread: its
 * creator's.
 */
public final class SideRecording {
    private static final String SUFFIX = ".tendon-v3.0";
    private static final String JOINED = ".tendon-joined";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path root;
    private final Path folder;

    private SideRecording(Path root) {
        this.root = root;
        folder = root.resolveSibling(root.getFileName() + SUFFIX);
    }

    /** That of the dataset at {@code root}, whether the one or the other exists or not. */
    public static SideRecording of(Path root) {
        return new SideRecording(root.toAbsolutePath().normalize());
    }

    /** The dataset that the episodes in {@code folder} are to join; empty where they are of no such recording. */
    public static Optional<Path> target(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.endsWith(SUFFIX)
                ? Optional.of(folder.resolveSibling(name.substring(0, name.length() - SUFFIX.length())))
                : Optional.empty();
    }

    /** Where the episodes are recorded. */
    public Path folder() {
        return folder;
    }

    /** Whether there is such a recording, with or without an episode. */
    public boolean exists() {
        return Files.isRegularFile(info(folder));
    }

    private static Path info(Path dataset) {
        return dataset.resolve("meta").resolve("info.json");
    }

    private Path intent() {
        return folder.resolve(".tendon").resolve("join.json");
    }

    /**
     * Completes a join that was interrupted; does nothing where there was none.
     *
     * @throws FormatException where the dataset is neither as it was before the join nor as it is after it
     */
    public void recover() throws IOException {
        Folders.delete(folder.resolveSibling(root.getFileName() + JOINED));
        SwapIn.finish(new LocalFiles(), root);
        if (!Files.isRegularFile(intent())) {
            return;
        }
        JsonNode told = MAPPER.readTree(Files.readAllBytes(intent()));
        String now = counts(root);
        if (now.equals(told.path("after").asText())) {
            forget();
        } else if (now.equals(told.path("before").asText())) {
            Files.delete(intent());
        } else {
            throw new FormatException(
                    info(root),
                    "another program has changed the dataset while the episodes in " + folder + " joined it",
                    "See whether they are in it (tendon dataset info), and delete that folder, or its .tendon/join.json");
        }
    }

    /** Episodes and frames, by which the two sides of a join differ. */
    private static String counts(Path dataset) throws IOException {
        if (!Files.isRegularFile(info(dataset))) {
            return "none";
        }
        DatasetInfo info = MetaScan.open(dataset).info();
        return words(info.totalEpisodes(), info.totalFrames());
    }

    private static String words(long episodes, long frames) {
        return episodes + " episodes, " + frames + " frames";
    }

    /**
     * Lets the episodes join the dataset, or become it where there is none yet.
     *
     * @return empty where nothing was done: an episode is unfinished, and must be kept or dropped first
     * @throws dev.tendon.api.option.ConfigException where another writes to one of the two, or they do not fit
     * @throws IOException where it fails; both are as they were
     */
    public Optional<Edit.Result> join(Video video, Progress progress) throws IOException, InterruptedException {
        recover();
        Edit.Result result;
        try (DatasetStore store = DatasetStore.open(new LocalFiles(), video, folder)) {
            if (!store.tails().isEmpty()) {
                return Optional.empty();
            }
            boolean there = Files.isRegularFile(info(root));
            Edit edit =
                    there ? Edits.append(root, folder) : Edits.convert(folder, FormatVersion.V2_1.codebaseVersion());
            Folders.write(
                    intent(),
                    MAPPER.writeValueAsBytes(
                            Map.of("before", counts(root), "after", words(edit.episodes(), edit.frames()))));
            result = there ? edit.replace(video, progress) : edit.into(root, video, progress);
            forget();
        }
        return Optional.of(result);
    }

    /** In one step, so that nobody finds half of it. */
    private void forget() throws IOException {
        Path gone = folder.resolveSibling(root.getFileName() + JOINED);
        Folders.delete(gone);
        Files.move(folder, gone);
        Folders.delete(gone);
    }
}
