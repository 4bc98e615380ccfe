/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.camera;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraMode;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.camera.FoundCamera;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.frame.Image;
import dev.tendon.api.time.Clock;
import dev.tendon.shell.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says what a found camera is, and saves the last picture that it takes in the given time. Thread: the verb's. */
final class Snapshot<C extends Record> {
    private static final long LOOK_NS = 10_000_000;
    private static final double NS = 1e9;

    private final String type;
    private final CameraType<C> maker;
    private final Clock clock;
    private final FindCamerasOptions options;
    private final Console console;

    Snapshot(String type, CameraType<C> maker, Clock clock, FindCamerasOptions options, Console console) {
        this.type = type;
        this.maker = maker;
        this.clock = clock;
        this.options = options;
        this.console = console;
    }

    /** A camera, and what came of it. */
    record Taken(FoundCamera<?> camera, String type, Optional<Path> file, long pictures, Optional<String> error) {
        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("type", type);
            json.put("id", camera.id());
            json.put("name", camera.name());
            json.put("modes", camera.modes().stream().map(Taken::json).toList());
            json.put("remarks", camera.remarks());
            json.put("file", file.map(Path::toString).orElse(null));
            json.put("pictures", pictures);
            json.put("error", error.orElse(null));
            return json;
        }

        private static Map<String, Object> json(CameraMode mode) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("fourcc", mode.fourcc());
            json.put("width", mode.width());
            json.put("height", mode.height());
            json.put("fps", mode.fps());
            return json;
        }
    }

    /** Who looks: nobody else has the camera meanwhile, and it leases nothing. */
    private record Desk(String label, Clock clock, Dialog dialog) implements DeviceContext {
        @Override
        public void granted(Lease lease) {
            // a camera that has one gives it back when it is closed
        }

        @Override
        public void ended(Lease lease) {
            // nobody was told of it
        }
    }

    Taken of(FoundCamera<C> found) throws InterruptedException, IOException {
        console.out(type + " " + found.id() + "  " + found.name());
        found.modes().forEach(mode -> console.out("  " + mode.text()));
        found.remarks().forEach(remark -> console.out("  " + remark));
        if (found.problem().isPresent() || found.config().isEmpty()) {
            String why = found.problem().orElse("it tells no mode in which a picture could be taken");
            console.err("warning: " + type + " " + found.id() + ": " + why);
            return new Taken(found, type, Optional.empty(), 0, Optional.of(why));
        }
        Path file = options.outputDir().resolve(type + "_" + found.id().replaceAll("[/\\\\]", "_") + ".png");
        Camera camera =
                maker.create(found.config().get(), new Desk(type + " \"" + found.id() + "\"", clock, console.dialog()));
        try {
            camera.connect();
            long pictures = take(camera, file);
            console.out("  " + file);
            return new Taken(found, type, Optional.of(file), pictures, Optional.empty());
        } catch (DeviceException e) {
            console.err("warning: " + e.getMessage());
            return new Taken(found, type, Optional.empty(), 0, Optional.of(String.valueOf(e.getMessage())));
        } finally {
            camera.close();
        }
    }

    private long take(Camera camera, Path file) throws DeviceException, InterruptedException, IOException {
        clock.sleepUntil(clock.nanoTime() + Math.round(options.warmupS() * NS));
        long end = clock.nanoTime() + Math.round(options.recordTimeS() * NS);
        long pictures = 0;
        long last = -1;
        while (clock.nanoTime() - end < 0) {
            Image image = camera.newest();
            if (image != null) {
                pictures += image.sequence() == last ? 0 : 1;
                last = image.sequence();
                image.release();
            }
            clock.sleepUntil(Math.min(end, clock.nanoTime() + LOOK_NS));
        }
        Image image = camera.newest();
        if (image == null) {
            throw new DeviceException(type + ": the camera delivered no picture, or was lost");
        }
        try {
            PngFile.write(file, image);
        } finally {
            image.release();
        }
        return pictures;
    }
}
