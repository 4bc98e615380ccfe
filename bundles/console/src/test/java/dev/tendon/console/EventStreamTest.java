/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.runtime.SessionEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page is told. */
class EventStreamTest {
    private final SimulatedClock clock = new SimulatedClock(0);
    private final Feed feed = new Feed("test", 60, clock);
    private final FakeSession session = new FakeSession();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EventStream stream = new EventStream(feed, clock, out);
    private final Sampler sampler = new Sampler(session, feed, clock);

    private record Told(String name, JsonNode json) {}

    private void connect() {
        feed.scene(new Feed.Scene(Row.of(session), new Pictures(List.of(), clock)));
    }

    private void ticks(long from, long to) {
        for (long tick = from; tick < to; tick++) {
            session.tick(tick);
            sampler.look();
        }
    }

    private List<Told> told() throws IOException {
        stream.tellNews();
        List<Told> told = new ArrayList<>();
        for (String message : out.toString(StandardCharsets.UTF_8).split("\n\n")) {
            String[] lines = message.split("\n");
            assertThat(lines).hasSize(2);
            told.add(new Told(
                    lines[0].substring("event: ".length()),
                    new ObjectMapper().readTree(lines[1].substring("data: ".length()))));
        }
        out.reset();
        return told;
    }

    private JsonNode told(String name) throws IOException {
        return told().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow()
                .json();
    }

    @Test
    void tellsEventsBeforeThereIsASession() throws Exception {
        feed.event(new SessionEvent(SessionEvent.Kind.CONNECTED, -1, "left \"arm\"\nis connected"));
        List<Told> told = told();
        assertThat(told).extracting(Told::name).containsExactly("event", "status");
        assertThat(told.get(0).json().get("text").textValue()).isEqualTo("left \"arm\"\nis connected");
        assertThat(told.get(1).json().get("state").textValue()).isEqualTo("connecting");
    }

    @Test
    void tellsWhatIsShownOnce() throws Exception {
        connect();
        JsonNode rows = told("scene").get("rows");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("name").textValue()).isEqualTo("shoulder_pan.pos");
        assertThat(rows.get(0).get("unit").textValue()).isEqualTo("deg");
        assertThat(rows.get(0).get("low").doubleValue()).isEqualTo(-90);
        assertThat(rows.get(2).get("name").textValue()).isEqualTo("gripper.current");
        assertThat(rows.get(2).get("action").booleanValue()).isFalse();
        assertThat(rows.get(2).get("low").isNull()).isTrue();
        assertThat(told()).extracting(Told::name).containsExactly("status");
    }

    @Test
    void tellsEachTickOnceByRowAndTime() throws Exception {
        connect();
        ticks(0, 2);
        sampler.look();
        JsonNode samples = told("samples");
        assertThat(samples.get("t_s").toString()).isEqualTo("[0.0,0.017]");
        assertThat(samples.get("observed")).hasSize(3);
        assertThat(samples.get("observed").get(1).get(0).doubleValue()).isEqualTo(80);
        assertThat(samples.get("wanted").get(0).get(1).doubleValue()).isBetween(8.0, 9.0);
        assertThat(samples.get("sent").get(2).toString()).isEqualTo("[null,null]");
        assertThat(samples.get("now").get("ticks").longValue()).isEqualTo(2);
        assertThat(samples.get("now").get("errors").longValue()).isEqualTo(3);
        assertThat(samples.get("now").get("bus_retries").longValue()).isEqualTo(7);
        assertThat(samples.get("errors").get(0).longValue()).isEqualTo(15);
        ticks(2, 3);
        assertThat(told("samples").get("t_s")).hasSize(1);
    }

    @Test
    void showsThePastToAPageThatComesLate() throws Exception {
        connect();
        ticks(0, Feed.SAMPLES + 500);
        JsonNode samples = told("samples");
        assertThat(samples.get("t_s")).hasSize(Feed.SAMPLES);
        assertThat(samples.get("now").get("ticks").longValue()).isEqualTo(Feed.SAMPLES + 500);
    }

    @Test
    void skipsForASlowPageInsteadOfQueueing() throws Exception {
        connect();
        told();
        ticks(0, 500);
        List<Told> told = told();
        assertThat(told.get(0).json().get("t_s")).hasSize(60);
        assertThat(told.get(0).json().get("now").get("ticks").longValue()).isEqualTo(500);
        assertThat(told.get(1).json().get("skipped_samples").longValue()).isEqualTo(440);
    }

    @Test
    void tellsThatTheLoopStandsStill() throws Exception {
        connect();
        ticks(0, 1);
        assertThat(told("status").get("state").textValue()).isEqualTo("running");
        clock.sleepUntil(1_100_000_000L);
        assertThat(told("status").get("state").textValue()).isEqualTo("stalled");
        ticks(1, 2);
        assertThat(told("status").get("state").textValue()).isEqualTo("running");
    }

    @Test
    void tellsTheEndAfterTheLastTick() throws Exception {
        connect();
        ticks(0, 3);
        feed.end();
        stream.run();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("event: samples", "\"state\":\"ended\"").endsWith("event: end\ndata: {}\n\n");
    }
}
