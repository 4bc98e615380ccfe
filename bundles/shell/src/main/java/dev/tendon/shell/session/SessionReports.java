/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import dev.tendon.api.device.DeviceException;
import dev.tendon.runtime.BusErrors;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.Planning;
import dev.tendon.runtime.SessionReport;
import dev.tendon.shell.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a session was like, in words and as plain data, and what its ending means for the process. */
public final class SessionReports {
    private static final int INTERRUPTED = 130;

    private SessionReports() {}

    /** Figures that every session has. */
    public static Map<String, Object> json(SessionReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        json.put("ticks", report.ticks());
        json.put("missed_ticks", report.missedTicks());
        json.put("achieved_fps", report.achievedFps());
        json.put("lateness_p50_us", report.lateness().p50Us());
        json.put("lateness_p99_us", report.lateness().p99Us());
        json.put("lateness_p999_us", report.lateness().p999Us());
        json.put("lateness_max_us", report.lateness().maxUs());
        json.put("tick_p50_us", report.work().p50Us());
        json.put("tick_p99_us", report.work().p99Us());
        json.put("tick_max_us", report.work().maxUs());
        json.put("observe_mean_us", report.work().observe().meanUs());
        json.put("observe_max_us", report.work().observe().maxUs());
        json.put("drive_mean_us", report.work().drive().meanUs());
        json.put("drive_max_us", report.work().drive().maxUs());
        json.put("send_mean_us", report.work().send().meanUs());
        json.put("send_max_us", report.work().send().maxUs());
        LoopCounters counters = report.counters();
        json.put("observe_errors", counters.observeErrors());
        json.put("send_errors", counters.sendErrors());
        json.put("read_errors", counters.readErrors());
        json.put("held_ticks", counters.heldTicks());
        json.put("refused_actions", counters.refusedActions());
        json.put("reconnects", counters.reconnects());
        json.put("bus_retries", counters.bus().retries());
        json.put("bus_timeouts", counters.bus().timeouts());
        json.put("bus_checksum_errors", counters.bus().checksumErrors());
        json.put("cameras", cameras(counters));
        report.planning().ifPresent(planning -> json.putAll(planning(planning, counters)));
        json.put("first_tick_ms", Double.isNaN(report.firstTickMs()) ? null : report.firstTickMs());
        json.put("swaps", report.swaps().count());
        json.put("swaps_refused", report.swaps().refused());
        json.put("exchange_p50_us", report.swaps().p50Us());
        json.put("exchange_p95_us", report.swaps().p95Us());
        json.put("exchange_max_us", report.swaps().maxUs());
        return json;
    }

    private static Map<String, Object> planning(Planning planning, LoopCounters counters) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("plans", planning.plans());
        json.put("plan_p50_ms", planning.p50Ms());
        json.put("plan_p95_ms", planning.p95Ms());
        json.put("plan_max_ms", planning.maxMs());
        json.put("late_chunks", counters.lateChunks());
        json.put("held_actions", counters.heldTicks());
        json.put("skipped_actions", counters.skippedActions());
        json.put("chunk_lead", planning.lead());
        json.put("chunk_left_min", planning.fewestLeft());
        json.put("seams", planning.seams());
        json.put("seam_mean", planning.seamMean());
        json.put("seam_max", planning.seamMax());
        json.put("step_mean", planning.stepMean());
        json.put("step_max", planning.stepMax());
        return json;
    }

    private static Map<String, Object> cameras(LoopCounters counters) {
        Map<String, Object> cameras = new LinkedHashMap<>();
        for (CameraTicks ticks : counters.cameras()) {
            Map<String, Object> camera = new LinkedHashMap<>();
            camera.put("stale_ticks", ticks.stale());
            camera.put("lost_ticks", ticks.lost());
            cameras.put(ticks.camera(), camera);
        }
        return cameras;
    }

    /** Each value's tracking error by name. */
    public static Map<String, Object> trackingByJoint(SessionReport report) {
        Map<String, Object> joints = new LinkedHashMap<>();
        report.tracking().byValue().forEach((name, error) -> {
            Map<String, Object> joint = new LinkedHashMap<>();
            joint.put("mean", error.mean());
            joint.put("max", error.max());
            joints.put(name, joint);
        });
        return joints;
    }

    /** How the loop kept its time and what it answered by holding, a line each. */
    public static List<String> lines(SessionReport report, double fps) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "rate            %.2f of %.2f ticks per second, %d ticks, %d missed",
                report.achievedFps(),
                fps,
                report.ticks(),
                report.missedTicks()));
        lines.add(String.format(
                Locale.ROOT,
                "lateness        median %.0f µs, 99 %% %.0f µs, worst %.0f µs",
                report.lateness().p50Us(),
                report.lateness().p99Us(),
                report.lateness().maxUs()));
        lines.add(String.format(
                Locale.ROOT,
                "ticks took      median %.0f µs, worst %.0f µs; mean and worst: observe %.0f and %.0f, drive %.0f and %.0f, "
                        + "send %.0f and %.0f µs",
                report.work().p50Us(),
                report.work().maxUs(),
                report.work().observe().meanUs(),
                report.work().observe().maxUs(),
                report.work().drive().meanUs(),
                report.work().drive().maxUs(),
                report.work().send().meanUs(),
                report.work().send().maxUs()));
        LoopCounters counters = report.counters();
        report.planning().ifPresent(planning -> lines.addAll(planningLines(planning, counters)));
        if (!counters.bus().equals(BusErrors.NONE)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "bus             %d questions asked again, %d unanswered in time, %d answers with a wrong checksum",
                    counters.bus().retries(),
                    counters.bus().timeouts(),
                    counters.bus().checksumErrors()));
        }
        if (counters.reconnects() + counters.refusedActions() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "safety          %d devices lost and connected again, %d actions refused that were no numbers",
                    counters.reconnects(),
                    counters.refusedActions()));
        }
        if (counters.errors() + counters.heldTicks() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "errors          observe %d, send %d, teleoperator %d; the last goal was held in %d ticks",
                    counters.observeErrors(),
                    counters.sendErrors(),
                    counters.readErrors(),
                    counters.heldTicks()));
        }
        for (CameraTicks ticks : counters.cameras()) {
            if (ticks.total() > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "camera          %s: the picture was older than 500 ms in %d ticks; there was none in %d",
                        ticks.camera(),
                        ticks.stale(),
                        ticks.lost()));
            }
        }
        if (report.swaps().count() + report.swaps().refused() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "plugins         %d exchanged, %d refused; an exchange took %.0f µs, at worst %.0f µs",
                    report.swaps().count(),
                    report.swaps().refused(),
                    report.swaps().p50Us(),
                    report.swaps().maxUs()));
        }
        return lines;
    }

    private static List<String> planningLines(Planning planning, LoopCounters counters) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "plans           %d, median %.0f ms, 95 %% %.0f ms; asked for with %.1f actions left, at least %d were left when it came",
                        planning.plans(),
                        planning.p50Ms(),
                        planning.p95Ms(),
                        planning.lead(),
                        planning.fewestLeft()),
                String.format(
                        Locale.ROOT,
                        "chunks          %d late, %d actions overtaken; steps between two chunks mean %.2f, worst %.2f; within one %.2f and %.2f",
                        counters.lateChunks(),
                        counters.skippedActions(),
                        planning.seamMean(),
                        planning.seamMax(),
                        planning.stepMean(),
                        planning.stepMax()));
    }

    /** How it ended, as half a sentence. */
    public static String words(Ending ending) {
        return switch (ending) {
            case FINISHED -> "finished";
            case LIMIT -> "the time is over";
            case STOPPED -> "stopped";
            case DEVICE_FAILED -> "a device failed";
            case PLUGIN_FAILED -> "a plugin failed";
            case HUNG -> "a device did not return and was taken from its driver";
            case ROBOT_GONE -> "the robot's bundle was stopped";
        };
    }

    /**
     * The exit code of a session.
     *
     * @throws Exception what ended it, if something did
     */
    public static int exitCode(SessionReport report) throws Exception {
        if (report.ending() == Ending.FINISHED || report.ending() == Ending.LIMIT) {
            return Verb.DONE;
        }
        if (report.ending() == Ending.STOPPED) {
            return INTERRUPTED;
        }
        Throwable failure = report.failure().orElse(null);
        if (failure instanceof Exception exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new DeviceException("The session ended: " + words(report.ending()));
    }
}
