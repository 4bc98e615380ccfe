/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.recorder.RecordingReport;
import dev.tendon.recorder.SavedEpisode;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.SessionReport;
import dev.tendon.shell.session.SessionReports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a recording came to, in words and as plain data.
 *
 * @param complete whether it ended as asked: all episodes, or the key that stops it
 */
record RecordedReport(
        RecordOptions options,
        DatasetFolder folder,
        SessionReport session,
        RecordingReport recording,
        boolean complete) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int episodes = recording.saved().size();
        lines.add(String.format(
                Locale.ROOT,
                "%s recorded %d of %d episodes, %d frames, %d dropped: %s",
                options.robot().type(),
                episodes,
                options.dataset().numEpisodes(),
                recording.frames(),
                recording.droppedFrames(),
                folder.root()));
        if (episodes > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "saved           in %.0f ms (median), %.0f ms (95 %%); at most %.2f s were not on the disk yet; %d pictures waited at worst",
                    recording.saveMs(50),
                    recording.saveMs(95),
                    recording.worstUnsyncedS(),
                    recording.worstBacklog()));
        }
        if (session.ending() == Ending.FINISHED && episodes < options.dataset().numEpisodes()) {
            lines.add("ended           " + options.driver() + " had nothing more to say");
        }
        if (recording.discarded() > 0) {
            lines.add("dropped         " + recording.discarded()
                    + (recording.discarded() == 1 ? " episode" : " episodes"));
        }
        recording
                .left()
                .ifPresent(frames -> lines.add(String.format(
                        Locale.ROOT,
                        "unfinished      an episode of %d frames (%.1f s) is in the journal: record on with --resume=true and "
                                + "--recover=keep to save it, or --recover=drop to forget it",
                        frames,
                        (double) frames / options.dataset().fps())));
        lines.addAll(SessionReports.lines(session, options.dataset().fps()));
        return lines;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("robot", options.robot().type());
        json.put("driver", options.driver());
        json.put("dataset", folder.root().toString());
        json.put("repo_id", folder.name());
        json.put("fps", options.dataset().fps());
        json.put("episodes", recording.saved().size());
        json.put("frames", recording.frames());
        json.put("dropped_frames", recording.droppedFrames());
        json.put("discarded_episodes", recording.discarded());
        json.put("unfinished_frames", recording.left().orElse(null));
        json.put("save_p50_ms", number(recording.saveMs(50)));
        json.put("save_p95_ms", number(recording.saveMs(95)));
        json.put("unsynced_max_s", recording.worstUnsyncedS());
        json.put("queue_max_pictures", recording.worstBacklog());
        json.put("bytes", recording.bytes());
        json.put(
                "saved", recording.saved().stream().map(RecordedReport::episode).toList());
        json.putAll(SessionReports.json(session));
        if (complete) {
            json.put("ending", "finished"); // it was the recording that stopped the session
        }
        return json;
    }

    private static Map<String, Object> episode(SavedEpisode episode) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("episode", episode.index());
        json.put("frames", episode.frames());
        json.put("dropped_frames", episode.dropped());
        json.put("achieved_fps", episode.fps());
        json.put("overruns", episode.overruns());
        json.put("save_ms", episode.saveMs());
        json.put("bytes", episode.bytes());
        return json;
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? (Object) null : (Object) value;
    }
}
