/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.console.page.Loopback;
import dev.tendon.console.page.PageServer;
import dev.tendon.dataset.Dataset;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon dataset viz}: a page, served until Ctrl-C or written into a folder. */
@Component(service = Verb.class)
@VerbName("dataset viz")
@VerbGroup("Datasets")
public final class VizVerb implements Verb<VizOptions> {
    private static final Loopback WHERE = new Loopback("watch the dataset", "--port");

    private final Optional<Video> video;

    /** By Declarative Services. */
    @Activate
    public VizVerb(@Reference Optional<Video> video) {
        this.video = video;
    }

    @Override
    public int run(VizOptions options, Console console) throws Exception {
        Path root = options.folder(System.getenv(), Path.of(System.getProperty("user.home")));
        try (Dataset dataset = Dataset.open(root)) {
            Recording recording = new Recording(dataset, options.only(), options.first(), video);
            if (recording.missingVideos() > 0) {
                console.err("warning: " + recording.missingVideos()
                        + " of the dataset's video files cannot be shown, the first is " + recording.firstMissing()
                        + "; the page says so and shows the rest");
            }
            return options.output().isPresent()
                    ? write(recording, root, options.output().get(), console)
                    : serve(recording, root, options, console);
        }
    }

    private static int write(Recording recording, Path root, Path output, Console console) throws IOException {
        PageFolder folder = new PageFolder(recording, root, output);
        PageFolder.Result result;
        try (Live live = console.live()) {
            result = folder.write((done, total) -> live.progress("Writing the page", done, total));
        }
        Path page = output.resolve("index.html").toAbsolutePath().normalize();
        console.out(page.toString());
        Map<String, Object> json = json(recording, root);
        json.put("output", output.toAbsolutePath().normalize().toString());
        json.put("files", result.files());
        json.put("bytes", result.bytes());
        json.put("unreadable_episodes", result.unreadable());
        console.json(json);
        for (String problem : result.problems()) {
            console.err("error: " + problem);
        }
        console.err("Open it in a browser; the folder is complete, and can be mailed.");
        return result.unreadable().isEmpty() ? DONE : DATA;
    }

    private static int serve(Recording recording, Path root, VizOptions options, Console console) throws IOException {
        try (VizSite site = new VizSite(recording);
                PageServer server = WHERE.open(options.host(), options.port(), at -> new PageServer(at, site))) {
            Map<String, Object> json = json(recording, root);
            json.put("url", server.address().toString());
            console.jsonNow(json);
            console.out(server.address().toString());
            console.err("The page is there until Ctrl-C.");
            new CountDownLatch(1).await();
            return DONE;
        } catch (InterruptedException e) {
            return DONE; // Ctrl-C is how it ends
        }
    }

    private static Map<String, Object> json(Recording recording, Path root) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("root", root.toAbsolutePath().normalize().toString());
        json.put("format", recording.info().codebaseVersion());
        json.put("episodes", recording.episodes().size());
        json.put("first_episode", recording.first());
        json.put("cameras", recording.cameras().size());
        json.put("missing_videos", recording.missingVideos());
        return json;
    }
}
