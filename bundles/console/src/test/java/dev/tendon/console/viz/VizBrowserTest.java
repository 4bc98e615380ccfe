/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.console.Chromium;
import dev.tendon.console.page.PageServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dataset's page in a real browser, from a disk and from the server. Without Chromium it is skipped, except where the environment says
 * that it must be there: TENDON_CHROMIUM=required. Screenshots are left in {@code target/screenshots}.
 */
@Timeout(240)
class VizBrowserTest {
    private static final String VIDEO = "document.querySelector('video')";
    private static final String FRAME = "document.body.dataset.frame";
    private static final String LOADED = "document.body.dataset.episode";

    @TempDir
    private Path folder;

    private final Path target = Path.of("target").toAbsolutePath();
    private Chromium browser;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Chromium.installed();
        if ("required".equals(System.getenv("TENDON_CHROMIUM"))) {
            assertThat(program)
                    .as("Chromium, which TENDON_CHROMIUM=required demands")
                    .isPresent();
        } else {
            assumeTrue(
                    program.isPresent(),
                    "no Chromium here (Debian: apt-get install chromium), so the page is not tried");
        }
        browser = new Chromium(program.orElseThrow(), target);
        browser.size(1280, 800);
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private URI written(Path root) throws Exception {
        Path output = folder.resolve("page of " + root.getFileName());
        new PageFolder(Sets.recording(root), root, output).write((done, total) -> {});
        return output.resolve("index.html").toUri();
    }

    private interface Looking {
        void at(URI page) throws Exception;
    }

    private void served(Path root, Looking looking) throws Exception {
        served(Sets.recording(root), looking);
    }

    private void served(Recording recording, Looking looking) throws Exception {
        try (VizSite site = new VizSite(recording);
                PageServer server = new PageServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site)) {
            looking.at(server.address());
        }
    }

    /** The frame that the video shows: the golden picture's blue is 100e + 8i, a little changed by AV1. */
    private double blue() throws Exception {
        return browser.evaluate("(() => { const c = document.createElement('canvas'); c.width = 64; c.height = 48; "
                        + "const x = c.getContext('2d'); x.drawImage(" + VIDEO + ", 0, 0, 64, 48); "
                        + "const d = x.getImageData(8, 8, 32, 32).data; let sum = 0; "
                        + "for (let i = 2; i < d.length; i += 4) { sum += d[i]; } return sum / 1024; })()")
                .doubleValue();
    }

    private void untilStill(int frame, double time) throws Exception {
        browser.until(FRAME + " === '" + frame + "'");
        browser.until("!" + VIDEO + ".seeking && " + VIDEO + ".readyState >= 2 && Math.abs(" + VIDEO + ".currentTime - "
                + time + ") < 0.03");
    }

    @Test
    void playsAVideoInStepWithThePlotsFromADisk() throws Exception {
        playsInStep(written(Sets.copy("v3.0-video", folder)), false);
    }

    @Test
    void playsAVideoInStepWithThePlotsFromTheServer() throws Exception {
        served(Sets.copy("v3.0-video", folder), page -> playsInStep(page, true));
    }

    /** Episode 1 begins at 1 s in the file that both share; frames are 0.1 s long, and each is sought in its middle. */
    private void playsInStep(URI page, boolean readable) throws Exception {
        browser.open(page);
        browser.until(LOADED + " === '0'");
        untilStill(0, 0.05);
        browser.key("ArrowRight");
        browser.key("ArrowRight");
        untilStill(2, 0.25);
        if (readable) { // a page from a disk may show a video, and not read its pixels
            assertThat(blue()).isBetween(8.0, 24.0);
        }

        browser.key("n");
        browser.until(LOADED + " === '1'");
        untilStill(0, 1.05);
        assertThat(browser.evaluate("document.getElementById('task').textContent")
                        .textValue())
                .isEqualTo("place the cube");
        if (readable) {
            assertThat(blue()).isBetween(92.0, 108.0);
        }

        // A click at two thirds of the first plot is frame 6 of 0 to 9.
        JsonNode plot = browser.evaluate(
                "(() => { const r = document.querySelector('.u-over').getBoundingClientRect(); return [r.left + r.width * 2 / 3, r.top + 20]; })()");
        double x = plot.get(0).doubleValue();
        double y = plot.get(1).doubleValue();
        browser.drag(x, y, x, y);
        untilStill(6, 1.65);
        assertThat(browser.evaluate("document.querySelector('.now .sent').textContent")
                        .textValue())
                .isEqualTo("22.50");
        assertThat(browser.evaluate("Math.abs(document.querySelector('.playhead').getBoundingClientRect().left + 1 - "
                                + x + ") < 2")
                        .booleanValue())
                .isTrue();

        browser.key("Home");
        untilStill(0, 1.05);
        browser.key(" ");
        browser.until(VIDEO + ".currentTime > 1.2 || !" + VIDEO + ".paused");
        browser.until(FRAME + " === '9' && " + VIDEO + ".paused");
        untilStill(9, 1.95);

        browser.key("End");
        browser.key("ArrowLeft");
        untilStill(8, 1.85);

        browser.key("p");
        browser.until(LOADED + " === '0'");
        browser.evaluate("window.latest = 0, setInterval(() => { latest = Math.max(latest, " + VIDEO
                + ".currentTime); }, 10), true");
        untilStill(0, 0.05);
        browser.key(" ");
        browser.until(FRAME + " === '9' && " + VIDEO + ".paused");
        untilStill(9, 0.95);
        assertThat(browser.evaluate("latest").doubleValue())
                .as("episode 1, which follows in the file, is not shown")
                .isBetween(0.9, 1.6);
        assertThat(browser.problems()).isEmpty();
    }

    /** H.265 of one component: no browser plays it, so that what plays was made for it. */
    @Test
    void showsDepthFromADiskAndFromTheServer() throws Exception {
        Path root = Sets.depth(folder);
        Looking looking = page -> {
            browser.open(page);
            browser.until(LOADED + " === '0'");
            untilStill(0, 0.05);
            browser.key("n");
            browser.until(LOADED + " === '1'");
            browser.key("End");
            untilStill(9, 0.95);
            assertThat(browser.problems()).isEmpty();
        };
        Path output = folder.resolve("page");
        new PageFolder(Sets.converting(root), root, output).write((done, total) -> {});
        looking.at(output.resolve("index.html").toUri());
        browser.open(URI.create("about:blank"));
        served(Sets.converting(root), looking);
    }

    @Test
    void saysThatAVideoIsOfAKindThatTheBrowserDoesNotPlay() throws Exception {
        browser.open(written(Sets.depth(folder)));
        browser.until(LOADED + " === '0'");
        browser.until("document.querySelector('.note').textContent.includes('cannot play')");
        browser.key(" ");
        browser.until(FRAME + " === '9'");
    }

    @Test
    void stepsPicturesOutOfRows() throws Exception {
        Path root = Sets.copy("v3.0-image", folder);
        String shown = "document.querySelector('canvas').dataset.frame";
        Looking looking = page -> {
            browser.open(page);
            browser.until(LOADED + " === '0' && " + shown + " === '0'");
            browser.key("ArrowRight");
            browser.until(shown + " === '1'");
            browser.key(" ");
            browser.until(shown + " === '9' && document.body.dataset.playing === 'false'");
            assertThat(browser.problems()).isEmpty();
        };
        looking.at(written(root));
        browser.open(URI.create("about:blank"));
        served(root, looking);
    }

    @Test
    void switchesEpisodesInTheListByKeyAndBySearch() throws Exception {
        browser.open(written(Sets.copy("v2.1-video", folder)));
        browser.until(LOADED + " === '0'");
        browser.evaluate("document.getElementById('episodes').focus()");
        browser.key("ArrowDown");
        browser.until(LOADED + " === '1'");
        assertThat(browser.evaluate("document.querySelector('[aria-selected=\"true\"][role=option]').id")
                        .textValue())
                .isEqualTo("episode-1");
        browser.key("ArrowRight"); // steps a frame, here too
        browser.until(FRAME + " === '1'");
        browser.evaluate("(() => { const f = document.getElementById('find'); f.value = 'pick'; "
                + "f.dispatchEvent(new Event('input')); })()");
        assertThat(browser.evaluate("document.querySelectorAll('.episode').length")
                        .intValue())
                .isOne();
        browser.evaluate("document.querySelector('.episode').click()");
        browser.until(LOADED + " === '0'");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void zoomsByADragAndShowsStatistics() throws Exception {
        browser.open(written(Sets.copy("v3.0-video", folder)));
        browser.until("document.querySelectorAll('.u-over').length === 6");
        JsonNode plot = browser.evaluate(
                "(() => { const r = document.querySelector('.u-over').getBoundingClientRect(); return [r.left, r.top, r.width]; })()");
        double left = plot.get(0).doubleValue();
        double y = plot.get(1).doubleValue() + 20;
        double width = plot.get(2).doubleValue();
        browser.drag(left + width / 4, y, left + width * 3 / 4, y);
        browser.until("Math.abs(TendonViz.plots.start - 0.225) < 0.02 && Math.abs(TendonViz.plots.end - 0.675) < 0.02");
        assertThat(browser.evaluate(FRAME).textValue())
                .as("a drag seeks nothing")
                .isEqualTo("0");
        browser.key("0");
        browser.until("TendonViz.plots.start === 0");
        browser.evaluate("document.getElementById('tab-statistics').click()");
        browser.until("document.querySelector('#statistics caption').textContent === 'action'");
        assertThat(browser.evaluate("document.querySelector('#statistics tbody tr').innerText")
                        .textValue())
                .startsWith("shoulder_pan.pos")
                .contains("0.5", "25.50", "20");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void showsHostileTextsAsTextsAndSaysWhatIsMissing() throws Exception {
        Path root = Sets.copy("v2.1-video", folder);
        String evil = "<img src=x onerror='document.title=1'></script><script>document.title=2</script>";
        for (String file : new String[] {"tasks.jsonl", "episodes.jsonl"}) {
            Sets.edit(root.resolve("meta").resolve(file), "pick the cube", evil);
        }
        Sets.edit(root.resolve("meta/info.json"), "so101_follower", evil);
        Sets.edit(root.resolve("meta/info.json"), "gripper.pos", evil);
        Files.delete(root.resolve("videos/chunk-000/observation.images.front/episode_000000.mp4"));
        Files.writeString(root.resolve("data/chunk-000/episode_000001.parquet"), "torn");
        browser.open(written(root));
        browser.until(LOADED + " === '0'");
        assertThat(browser.evaluate("document.getElementById('task').textContent")
                        .textValue())
                .isEqualTo(evil);
        assertThat(browser.evaluate("[...document.querySelectorAll('h4')].pop().textContent")
                        .textValue())
                .isEqualTo(evil);
        assertThat(browser.evaluate("document.querySelectorAll('img').length").intValue())
                .isZero();
        assertThat(browser.evaluate("document.title").textValue()).isEqualTo("v2.1-video – Tendon");
        assertThat(browser.evaluate("document.querySelector('.note').innerText").textValue())
                .contains("missing");
        browser.key(" "); // without any video the page's own clock leads
        browser.until(FRAME + " === '9'");
        browser.key("n");
        browser.until(LOADED + " === 'failed 1'");
        assertThat(browser.evaluate("document.getElementById('problem').textContent")
                        .textValue())
                .contains("episode_000001.parquet");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void keepsLeastAndGreatestOfWhatItLeavesOut() throws Exception {
        browser.open(written(Sets.copy("v3.0-video", folder)));
        browser.until(LOADED + " === '0'");
        JsonNode found = browser.evaluate(
                "(() => { const n = 100000; const t = Float64Array.from({ length: n }, (_, i) => i / 30); "
                        + "const y = (i) => i === 77777 ? 50 : i === 33333 ? -50 : i % 1000 === 0 ? null : Math.sin(i); "
                        + "const [xs, ys] = TendonViz.thinned(t, 0, n, 300, [y]); "
                        + "const [, whole] = TendonViz.thinned(t, 77700, 77800, 300, [y]); "
                        + "return [xs.length, ys.length, Math.max(...ys), Math.min(...ys), "
                        + "xs.every((x, i) => i === 0 || x > xs[i - 1]), whole.length, whole[77]]; })()");
        assertThat(found).hasToString("[601,601,50,-50,true,100,50]");
    }

    @Test
    void fitsAScreenAndAPhoneByDayAndNight() throws Exception {
        browser.open(written(Sets.copy("v3.0-video", folder)));
        browser.until(LOADED + " === '0' && document.querySelectorAll('.u-over').length === 6");
        untilStill(0, 0.05);
        Path screenshots = Files.createDirectories(target.resolve("screenshots"));
        browser.screenshot(screenshots.resolve("viz-light-1280.png"));
        assertThat(browser.evaluate("document.documentElement.scrollHeight <= 800")
                        .booleanValue())
                .as("a screen of 1280x800 needs no scrolling of the whole")
                .isTrue();
        browser.dark(true);
        browser.until("getComputedStyle(document.body).backgroundColor === 'rgb(20, 23, 27)'");
        browser.size(400, 850);
        browser.until("document.querySelector('.plot canvas').getBoundingClientRect().width < 400");
        assertThat(browser.evaluate("document.documentElement.scrollWidth").intValue())
                .as("nothing sticks out of a narrow page")
                .isEqualTo(
                        browser.evaluate("document.documentElement.clientWidth").intValue());
        browser.screenshot(screenshots.resolve("viz-dark-400.png"));
        assertThat(browser.evaluate("getComputedStyle(document.getElementById('episodes-panel')).display")
                        .textValue())
                .isEqualTo("none");
        browser.evaluate("document.getElementById('episodes-button').click()");
        browser.until("document.activeElement.id === 'episodes'");
        assertThat(browser.problems()).isEmpty();
    }
}
