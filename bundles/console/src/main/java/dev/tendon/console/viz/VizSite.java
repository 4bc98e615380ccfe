/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import com.sun.net.httpserver.HttpExchange;
import dev.tendon.console.page.Answers;
import dev.tendon.console.page.Assets;
import dev.tendon.console.page.Site;
import dev.tendon.dataset.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dataset's page, served: the same files as a folder would hold, made when they are asked for. Thread: any. */
final class VizSite implements Site, AutoCloseable {
    static final String SCRIPT = "text/javascript; charset=utf-8";
    static final String DATASET = "data/dataset.js";

    private static final Pattern EPISODE = Pattern.compile("data/episode-(\\d{6,9})\\.js");

    private static final Pattern PICTURE = Pattern.compile("images/([\\w-]+)/episode-(\\d{6,9})/(\\d{6,9})\\.png");

    private static final Pattern CONVERTED = Pattern.compile("videos/([\\w-]+)/episode-(\\d{6,9})\\.mp4");
    private static final String VIDEO = "video.mp4";
    private static final Logger LOG = LoggerFactory.getLogger(VizSite.class);

    private final Recording recording;
    private final EpisodeFiles pictures = new EpisodeFiles();
    private final EpisodeFiles conversions = new EpisodeFiles();
    private final Assets assets;
    private final Map<String, Path> videos;

    VizSite(Recording recording) throws IOException {
        this.recording = recording;
        assets = assets();
        videos = recording.videos();
    }

    /** The page itself, without any dataset. */
    static Assets assets() throws IOException {
        return Assets.load(
                        VizSite.class,
                        "files",
                        "index.html",
                        "icon.svg",
                        "style.css",
                        "uPlot.min.css",
                        "uPlot.iife.min.js",
                        "data.js",
                        "player.js",
                        "plots.js",
                        "episodes.js",
                        "statistics.js",
                        "app.js")
                .with(VizSite.class, "/META-INF/licenses/uplot/LICENSE", "LICENSE-uPlot.txt");
    }

    static String episode(int episode) {
        return String.format(Locale.ROOT, "data/episode-%06d.js", episode);
    }

    /** Folder of an episode's pictures. */
    static String images(Camera camera, int episode) {
        return String.format(Locale.ROOT, "images/%s/episode-%06d/", camera.folder(), episode);
    }

    /** Name of a picture in that folder. */
    static String picture(int frame) {
        return String.format(Locale.ROOT, "%06d.png", frame);
    }

    /** Name of a video that is made of an episode's, since browsers do not play that. */
    static String converted(Camera camera, int episode) {
        return String.format(Locale.ROOT, "videos/%s/episode-%06d.mp4", camera.folder(), episode);
    }

    @Override
    public void answer(HttpExchange exchange, String path) throws IOException {
        Assets.Asset asset = assets.at(path);
        Matcher episode = EPISODE.matcher(path);
        if (asset != null) {
            Answers.bytes(exchange, asset.type(), asset.bytes());
        } else if (path.equals(DATASET)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DatasetScript.write(recording, out);
            Answers.bytes(exchange, SCRIPT, out.toByteArray());
        } else if (episode.matches() && recording.has(Integer.parseInt(episode.group(1)))) {
            episode(exchange, Integer.parseInt(episode.group(1)));
        } else if (videos.containsKey(path)) {
            Answers.file(exchange, "video/mp4", videos.get(path));
        } else {
            made(exchange, PICTURE.matcher(path), CONVERTED.matcher(path));
        }
    }

    private void made(HttpExchange exchange, Matcher picture, Matcher converted) throws IOException {
        Matcher path = picture.matches() ? picture : converted;
        if (path.matches() && recording.has(Integer.parseInt(path.group(2)))) {
            int episode = Integer.parseInt(path.group(2));
            for (Camera camera : recording.cameras()) {
                boolean its = camera.folder().equals(path.group(1));
                if (its && path == picture && !camera.video()) {
                    picture(exchange, camera, episode, Integer.parseInt(path.group(3)));
                    return;
                } else if (its && path == converted && recording.converts(camera)) {
                    converted(exchange, camera, episode);
                    return;
                }
            }
        }
        Answers.missing(exchange, null);
    }

    private void converted(HttpExchange exchange, Camera camera, int episode) throws IOException {
        Path video;
        try {
            video = conversions
                    .of(camera, episode, folder -> recording.convert(episode, camera, folder.resolve(VIDEO)))
                    .resolve(VIDEO);
        } catch (NoSuchFileException e) {
            Answers.missing(exchange, "video");
            return;
        } catch (FormatException e) {
            Answers.text(exchange, 500, e.getMessage());
            return;
        }
        Answers.file(exchange, "video/mp4", video);
    }

    private void picture(HttpExchange exchange, Camera camera, int episode, int frame) throws IOException {
        byte[] bytes;
        try {
            Path folder = pictures.of(
                    camera,
                    episode,
                    to -> recording.pictures(
                            episode, camera, (at, picture) -> Files.write(to.resolve(picture(at)), picture)));
            bytes = Files.readAllBytes(folder.resolve(picture(frame)));
        } catch (NoSuchFileException e) {
            Answers.missing(exchange, "picture");
            return;
        } catch (FormatException e) {
            Answers.text(exchange, 500, e.getMessage());
            return;
        }
        Answers.bytes(exchange, BrowserPicture.type(bytes), bytes);
    }

    /** An episode that cannot be read is told so in the page; the others go on. */
    private void episode(HttpExchange exchange, int episode) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            EpisodeScript.write(recording, episode, out);
        } catch (IOException e) {
            out.reset();
            FailedScript.write(episode, e, out);
        }
        Answers.bytes(exchange, SCRIPT, out.toByteArray());
    }

    @Override
    public void close() throws IOException {
        try (pictures;
                conversions) {
            LOG.debug("The page is closed");
        }
    }
}
