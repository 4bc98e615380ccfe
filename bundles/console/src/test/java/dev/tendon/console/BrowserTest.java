/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tendon.api.time.SystemClock;
import dev.tendon.console.page.Threads;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionEvent;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The page in a real browser. Without Chromium it is skipped, except where the environment says that it must be there:
 * TENDON_CHROMIUM=required. Screenshots are left in {@code target/screenshots}.
 */
@Timeout(240)
class BrowserTest {
    private static final String PIXELS = "[...document.querySelectorAll('#joints canvas')][0].toDataURL()";

    private final SystemClock clock = new SystemClock();
    private final FakeCamera top = new FakeCamera("top", 320, 240, 3);
    private final FakeCamera wrist = new FakeCamera("wrist", 320, 240, 1);
    private final FakeSession session = new FakeSession(top, wrist);
    private final Path target = Path.of("target").toAbsolutePath();
    private SessionDisplay display;
    private Chromium browser;
    private Thread loop;

    @BeforeEach
    void open() throws Exception {
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
        display = new BrowserDisplays()
                .open(new DisplayRequest("teleoperate so101_follower", 60, Optional.empty(), Optional.empty()));
        browser = new Chromium(program.orElseThrow(), target);
        browser.size(1280, 1000);
    }

    @AfterEach
    void close() throws Exception {
        if (loop != null) {
            Threads.end(loop, 1000);
        }
        if (display != null) {
            display.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    /** A loop of 60 ticks a second, with a picture every fourth. */
    private void startLoop() {
        loop = Threads.start("test-loop", () -> {
            try {
                for (long tick = 0; ; tick++) {
                    if (tick % 4 == 0) {
                        top.take();
                        wrist.take();
                    }
                    session.tick(tick);
                    clock.sleepUntil(clock.nanoTime() + 16_666_667);
                }
            } catch (InterruptedException e) {
                // over
            }
        });
    }

    @Test
    void showsMovingJointsPicturesTimingAndEvents() throws Exception {
        browser.open(display.address());
        browser.until("document.getElementById('state').dataset.state === 'connecting'");
        display.event(new SessionEvent(SessionEvent.Kind.CONNECTED, -1, "so101_follower \"left\" is connected"));
        browser.until("document.querySelector('#events li .text')?.textContent.includes('is connected')");

        display.show(session);
        startLoop();
        browser.until("document.getElementById('state').dataset.state === 'running'");
        assertThat(browser.evaluate("document.querySelectorAll('#joints .card').length")
                        .intValue())
                .isEqualTo(3);
        browser.until(
                "[...document.querySelectorAll('#joints .now .observed')].every(e => e.textContent !== '–' && e.textContent !== '')");

        String pixels = browser.evaluate(PIXELS).textValue();
        String blank = browser.evaluate(
                        "(() => { const drawn = document.querySelector('#joints canvas'); const c = "
                                + "document.createElement('canvas'); c.width = drawn.width; c.height = drawn.height; return c.toDataURL(); })()")
                .textValue();
        assertThat(pixels).startsWith("data:image/png").isNotEqualTo(blank);
        String value = browser.evaluate("document.querySelector('#joints .now .observed').textContent")
                .textValue();
        browser.until(PIXELS + " !== '" + pixels + "'");
        browser.until("document.querySelector('#joints .now .observed').textContent !== '" + value + "'");

        for (int camera = 0; camera < 2; camera++) {
            String image = "document.querySelectorAll('.camera img')[" + camera + "]";
            browser.until(image + ".complete && " + image + ".naturalWidth === 320");
            String shown = browser.evaluate(image + ".src").textValue();
            browser.until(image + ".src !== '" + shown + "'");
        }
        browser.until(
                "document.getElementById('figures').innerText.match(/Bus errors\\s+3 failed\\s+7 retries, 5 checksum/)");
        browser.until("document.getElementById('figures').innerText.match(/Camera gaps\\s+5\\s+top: 3 stale, 2 lost/)");
        display.event(
                new SessionEvent(SessionEvent.Kind.SWAPPED, 70, "dev.tendon.robot.so101 0.1.0 was replaced by 0.2.0"));
        browser.until("document.querySelector('#events li .kind').textContent === 'swapped'");

        screenshots();
        assertThat(browser.problems()).isEmpty();

        Threads.end(loop, 1000);
        browser.until("document.getElementById('state').dataset.state === 'stalled'");
        display.close();
        browser.until("document.getElementById('state').dataset.state === 'ended'");
    }

    private void screenshots() throws Exception {
        Path folder = Files.createDirectories(target.resolve("screenshots"));
        browser.until("document.querySelector('#figures').innerText.includes('Ticks')");
        browser.screenshot(folder.resolve("light-1280.png"));
        browser.dark(true);
        clock.sleepUntil(clock.nanoTime() + 500_000_000);
        browser.screenshot(folder.resolve("dark-1280.png"));
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor")
                        .textValue())
                .isEqualTo("rgb(20, 23, 27)");
        browser.size(400, 900);
        browser.until("document.querySelector('#joints canvas').getBoundingClientRect().width < 400");
        assertThat(browser.evaluate("document.documentElement.scrollWidth").intValue())
                .as("nothing sticks out of a narrow page")
                .isEqualTo(
                        browser.evaluate("document.documentElement.clientWidth").intValue());
        clock.sleepUntil(clock.nanoTime() + 500_000_000);
        browser.screenshot(folder.resolve("dark-400.png"));
    }

    @Test
    void showsWhatHappenedBeforeItWasOpened() throws Exception {
        display.show(session);
        for (long tick = 0; tick < 200; tick++) {
            session.tick(tick);
            clock.sleepUntil(clock.nanoTime() + 20_000_000);
        }
        browser.open(display.address());
        browser.until("document.getElementById('figures').innerText.match(/Ticks\\s+200/)");
        browser.until("document.getElementById('state').dataset.state === 'stalled'");
    }

    @Test
    void stopsMovingWhilePaused() throws Exception {
        display.show(session);
        startLoop();
        browser.open(display.address());
        browser.until("document.querySelector('#joints .now .observed')?.textContent.length > 1");
        browser.evaluate("document.getElementById('pause').click()");
        String pixels = browser.evaluate(PIXELS).textValue();
        clock.sleepUntil(clock.nanoTime() + 500_000_000);
        assertThat(browser.evaluate(PIXELS).textValue()).isEqualTo(pixels);
        browser.evaluate("document.getElementById('pause').click()");
        browser.until(PIXELS + " !== '" + pixels + "'");
    }

    @Test
    void givesAnotherSitesPageNothing() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        other.start();
        try {
            String loaded = "new Promise(done => { const i = new Image(); i.onload = () => done('shown'); "
                    + "i.onerror = () => done('refused'); i.src = '" + display.address() + "icon.svg'; })";
            browser.open(display.address());
            browser.until("document.getElementById('state')");
            assertThat(browser.evaluate(loaded).textValue()).isEqualTo("shown");
            browser.open(URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/"));
            browser.until("document.body && !document.getElementById('state')");
            assertThat(browser.evaluate(loaded).textValue()).isEqualTo("refused");
        } finally {
            other.stop(0);
        }
    }
}
