/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.api.option.ConfigException;
import dev.tendon.console.page.Assets;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.FormatException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page as a folder: written beside its place, then moved there. What is there already is replaced if it is such a page and nothing
 * else; anything else is refused. Thread: its creator's.
 */
final class PageFolder {
    /** Written last; by it a page is known. */
    private static final String MARK = "tendon-viz.json";

    private static final Pattern OURS = Pattern.compile("tendon-viz\\.json|[A-Za-z.]+\\.(?:html|js|css|svg)|data"
            + "|data/(?:dataset|episode-\\d+)\\.js|videos(?:/[\\w-]+(?:/(?:episode-)?\\d+\\.mp4)?)?"
            + "|images(?:/[\\w-]+(?:/episode-\\d+(?:/\\d+\\.png)?)?)?|LICENSE-uPlot\\.txt");

    private final Recording recording;
    private final Path output;
    private long files;
    private long bytes;
    private final List<Integer> unreadable = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** Is told how far it is. */
    interface Progress {
        void at(long done, long total);
    }

    /**
     * What was written.
     *
     * @param files how many
     * @param bytes together
     * @param unreadable episodes that could not be read; the page says why
     * @param problems why, in words
     */
    record Result(long files, long bytes, List<Integer> unreadable, List<String> problems) {}

    /** @throws ConfigException where {@code output} is something else, or lies in the dataset */
    PageFolder(Recording recording, Path root, Path output) throws IOException {
        this.recording = recording;
        this.output = output.toAbsolutePath().normalize();
        if (this.output.startsWith(root.toAbsolutePath().normalize())) {
            throw new ConfigException("The page cannot be written into the dataset itself: " + this.output
                    + ". Choose an --output outside of it");
        }
        checkOurs();
    }

    private void checkOurs() throws IOException {
        if (!Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            throw new ConfigException("--output " + output + " is there and is no folder. Choose another");
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(output)) {
            all = found.filter(path -> !path.equals(output)).toList();
        }
        if (!all.isEmpty() && !Files.isRegularFile(output.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
            throw new ConfigException(
                    "--output " + output + " is there and was not written by dataset viz. Choose another, or empty it");
        }
        for (Path path : all) {
            String name = output.relativize(path).toString().replace('\\', '/');
            if (!OURS.matcher(name).matches() || Files.isSymbolicLink(path)) {
                throw new ConfigException("--output " + output + " also holds " + name
                        + ", which dataset viz did not write and would delete. Move it away, or choose another folder");
            }
        }
    }

    /** Writes it. */
    Result write(Progress progress) throws IOException {
        Path parent = output.getParent();
        if (parent == null) {
            throw new ConfigException("--output " + output + " cannot be a folder of its own");
        }
        Files.createDirectories(parent);
        Path aside = Files.createDirectory(output.resolveSibling("." + output.getFileName() + ".tendon-new-"
                + ProcessHandle.current().pid()));
        try {
            writeAll(aside, progress);
            moveIn(aside);
        } finally {
            Folders.delete(aside);
        }
        return new Result(files, bytes, List.copyOf(unreadable), List.copyOf(problems));
    }

    private void writeAll(Path to, Progress progress) throws IOException {
        for (Map.Entry<String, Assets.Asset> asset : VizSite.assets().all().entrySet()) {
            write(to.resolve(asset.getKey()), out -> out.write(asset.getValue().bytes()));
        }
        Files.createDirectory(to.resolve("data"));
        write(to.resolve(VizSite.DATASET), out -> DatasetScript.write(recording, out));
        long total = recording.episodes().size() + (long) recording.videos().size();
        long done = 0;
        for (EpisodeInfo episode : recording.episodes()) {
            progress.at(done++, total);
            episode(to, episode.index());
        }
        for (Map.Entry<String, Path> video : recording.videos().entrySet()) {
            progress.at(done++, total);
            copy(video.getValue(), to.resolve(video.getKey()));
        }
        progress.at(done, total);
        write(
                to.resolve(MARK),
                out -> out.write("{\"written_by\": \"tendon dataset viz\"}\n".getBytes(StandardCharsets.UTF_8)));
    }

    private void episode(Path to, int episode) throws IOException {
        Path file = to.resolve(VizSite.episode(episode));
        try {
            write(file, out -> EpisodeScript.write(recording, episode, out));
            for (Camera camera : recording.cameras()) {
                if (recording.converts(camera)
                        && recording.clip(episode, camera).problem().isEmpty()) {
                    convert(episode, camera, to.resolve(VizSite.converted(camera, episode)));
                } else if (!camera.video()) {
                    Path pictures = Files.createDirectories(to.resolve(VizSite.images(camera, episode)));
                    recording.pictures(
                            episode,
                            camera,
                            (frame, bytes) -> write(pictures.resolve(VizSite.picture(frame)), out -> out.write(bytes)));
                }
            }
        } catch (FormatException e) {
            unreadable.add(episode);
            problems.add(e.getMessage());
            write(file, out -> FailedScript.write(episode, e, out));
        }
    }

    private void convert(int episode, Camera camera, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try {
            recording.convert(episode, camera, to);
        } catch (FormatException e) {
            problems.add(e.getMessage());
            return;
        }
        bytes += Files.size(to);
        files++;
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.to(out);
            out.flush();
            channel.force(false);
            bytes += channel.size();
        }
        files++;
    }

    /** A second name for the same file where that can be, for a set of videos may be large. */
    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path real = from.toRealPath();
        try {
            Files.createLink(to, real);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(real, to);
        }
        bytes += Files.size(to);
        files++;
    }

    private void moveIn(Path aside) throws IOException {
        Path old = aside.resolveSibling(aside.getFileName() + "-old");
        boolean replaces = Files.exists(output, LinkOption.NOFOLLOW_LINKS);
        if (replaces) {
            Files.move(output, old);
        }
        try {
            Files.move(aside, output);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, output);
            }
            throw e;
        }
        Folders.delete(old);
    }
}
