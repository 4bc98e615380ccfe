/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tendon.api.feature.Feature;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionSnapshot;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/** What a page is told, as JSON on one line. Thread: any. */
final class Messages {
    private static final JsonFactory JSON = new JsonFactory();

    private Messages() {}

    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** What is known from the start. */
    static String hello(Feed feed) throws IOException {
        return object(json -> {
            json.writeStringField("title", feed.title());
            json.writeNumberField("fps", feed.fps());
        });
    }

    /** What is to be shown. */
    static String scene(Feed.Scene scene) throws IOException {
        return object(json -> {
            json.writeArrayFieldStart("rows");
            for (Row row : scene.rows()) {
                json.writeStartObject();
                json.writeStringField("name", row.name());
                json.writeStringField("unit", row.unit());
                json.writeBooleanField("action", row.action() >= 0);
                json.writeBooleanField("observed", row.observed() >= 0);
                json.writeFieldName("low");
                number(json, row.low());
                json.writeFieldName("high");
                number(json, row.high());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("cameras");
            for (Feature camera : scene.pictures().features()) {
                json.writeStartObject();
                json.writeStringField("name", camera.name());
                json.writeNumberField("height", camera.shape().get(0));
                json.writeNumberField("width", camera.shape().get(1));
                json.writeBooleanField("showable", Pictures.showable(camera));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Samples, a column each: {@code wanted[row][i]} belongs to {@code t_s[i]}. */
    static String samples(List<Sample> samples, List<Row> rows) throws IOException {
        return object(json -> {
            json.writeArrayFieldStart("t_s");
            for (Sample sample : samples) {
                number(json, sample.seconds());
            }
            json.writeEndArray();
            columns(json, "wanted", samples, rows, Row::wanted);
            columns(json, "sent", samples, rows, Row::sent);
            columns(json, "observed", samples, rows, Row::observed);
            column(json, "lateness_us", samples, SessionSnapshot::latenessUs);
            column(json, "fps", samples, SessionSnapshot::fps);
            column(json, "missed_ticks", samples, SessionSnapshot::missedTicks);
            column(json, "errors", samples, Messages::busTrouble);
            json.writeObjectFieldStart("now");
            figures(json, samples.get(samples.size() - 1).snapshot());
            json.writeEndObject();
        });
    }

    private static void columns(
            JsonGenerator json,
            String name,
            List<Sample> samples,
            List<Row> rows,
            ToDoubleBiFunction<Row, SessionSnapshot> value)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Row row : rows) {
            json.writeStartArray();
            for (Sample sample : samples) {
                number(json, value.applyAsDouble(row, sample.snapshot()));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void column(
            JsonGenerator json,
            String name,
            List<Sample> samples,
            java.util.function.ToDoubleFunction<SessionSnapshot> value)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Sample sample : samples) {
            number(json, value.applyAsDouble(sample.snapshot()));
        }
        json.writeEndArray();
    }

    /** Grows with whatever goes wrong on a bus, mended or not. */
    private static double busTrouble(SessionSnapshot snapshot) {
        LoopCounters counters = snapshot.counters();
        return (double) counters.errors()
                + counters.bus().retries()
                + counters.bus().checksumErrors();
    }

    private static void figures(JsonGenerator json, SessionSnapshot snapshot) throws IOException {
        LoopCounters counters = snapshot.counters();
        json.writeNumberField("ticks", snapshot.tick() + 1);
        json.writeFieldName("fps");
        number(json, snapshot.fps());
        json.writeFieldName("lateness_us");
        number(json, snapshot.latenessUs());
        json.writeFieldName("worst_lateness_us");
        number(json, snapshot.worstLatenessUs());
        json.writeNumberField("missed_ticks", snapshot.missedTicks());
        json.writeNumberField("errors", counters.errors());
        json.writeNumberField("observe_errors", counters.observeErrors());
        json.writeNumberField("send_errors", counters.sendErrors());
        json.writeNumberField("read_errors", counters.readErrors());
        json.writeNumberField("held_ticks", counters.heldTicks());
        json.writeNumberField("late_chunks", counters.lateChunks());
        json.writeNumberField("skipped_actions", counters.skippedActions());
        json.writeNumberField("refused_actions", counters.refusedActions());
        json.writeNumberField("reconnects", counters.reconnects());
        json.writeNumberField("bus_retries", counters.bus().retries());
        json.writeNumberField("bus_timeouts", counters.bus().timeouts());
        json.writeNumberField("bus_checksum_errors", counters.bus().checksumErrors());
        json.writeArrayFieldStart("cameras");
        for (CameraTicks ticks : counters.cameras()) {
            json.writeStartObject();
            json.writeStringField("name", ticks.camera());
            json.writeNumberField("stale_ticks", ticks.stale());
            json.writeNumberField("lost_ticks", ticks.lost());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Where the session is, and the number of each camera's newest picture. */
    static String status(Feed feed, long skippedSamples) throws IOException {
        Feed.Scene scene = feed.scene();
        return object(json -> {
            json.writeStringField("state", feed.state().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("skipped_samples", skippedSamples);
            json.writeArrayFieldStart("pictures");
            for (int camera = 0;
                    scene != null && camera < scene.pictures().features().size();
                    camera++) {
                json.writeNumber(scene.pictures().number(camera));
            }
            json.writeEndArray();
        });
    }

    /** Something happened. */
    static String event(SessionEvent event) throws IOException {
        return object(json -> {
            json.writeStringField("kind", event.kind().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("tick", event.tick());
            json.writeStringField("text", event.text());
        });
    }

    private static String object(Body body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Three digits are more than a screen shows; what is no number is null. */
    private static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(Math.rint(value * 1000) / 1000);
        } else {
            json.writeNull();
        }
    }
}
