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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dataset's page, served: the same files as a folder would hold, made when they are asked for. Thread: any. */
final class VizSite implements Site, AutoCloseable {
    static final String SCRIPT = "text/javascript; charset=utf-8";
    static final String DATASET = "data/dataset.js";

    private static final Pattern EPISODE = Pattern.compile("data/episode-(\\d{6,9})\\.js");

    private static final Pattern PICTURE = Pattern.compile("images/([\\w-]+)/episode-(\\d{6,9})/(\\d{6,9})\\.png");

    private final Recording recording;
    private final PictureFiles pictures;
    private final Assets assets;
    private final Map<String, Path> videos;

    VizSite(Recording recording) throws IOException {
        this.recording = recording;
        pictures = new PictureFiles(recording);
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
            picture(exchange, PICTURE.matcher(path));
        }
    }

    private void picture(HttpExchange exchange, Matcher path) throws IOException {
        if (path.matches() && recording.has(Integer.parseInt(path.group(2)))) {
            for (Camera camera : recording.cameras()) {
                if (!camera.video() && camera.folder().equals(path.group(1))) {
                    picture(exchange, camera, Integer.parseInt(path.group(2)), Integer.parseInt(path.group(3)));
                    return;
                }
            }
        }
        Answers.missing(exchange, null);
    }

    private void picture(HttpExchange exchange, Camera camera, int episode, int frame) throws IOException {
        byte[] bytes;
        try {
            bytes = pictures.read(camera, episode, frame);
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
        pictures.close();
    }
}
