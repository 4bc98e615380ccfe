/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.camera;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.camera.FindsCameras;
import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code tendon find-cameras [TYPE]}. */
@Component(service = Verb.class)
@VerbName("find-cameras")
@VerbGroup("Setting up")
public final class FindCamerasVerb implements Verb<FindCamerasOptions> {
    private final Clock clock;

    @Reference(
            service = CameraType.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Map.Entry<Map<String, Object>, CameraType<?>>> types = List.of();

    @Activate
    public FindCamerasVerb() {
        this(new SystemClock());
    }

    FindCamerasVerb(Clock clock) {
        this.clock = clock;
    }

    /** The types to look with, for tests. */
    void types(List<Map.Entry<Map<String, Object>, CameraType<?>>> these) {
        types = List.copyOf(these);
    }

    @Override
    public int run(FindCamerasOptions options, Console console) throws Exception {
        Map<String, CameraType<?>> finders = finders(options);
        List<Map<String, Object>> cameras = new ArrayList<>();
        boolean failed = false;
        for (Map.Entry<String, CameraType<?>> finder : finders.entrySet()) {
            failed |= look(
                    finder.getKey(), (FindsCameras<?>) finder.getValue(), finder.getValue(), options, console, cameras);
        }
        if (cameras.isEmpty() && !failed) {
            console.out("No cameras were found (" + String.join(", ", finders.keySet()) + ")");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("output_dir", options.outputDir().toString());
        json.put("cameras", cameras);
        console.json(json);
        return failed ? DEVICE : DONE;
    }

    private Map<String, CameraType<?>> finders(FindCamerasOptions options) {
        Map<String, CameraType<?>> finders = new java.util.TreeMap<>();
        for (Map.Entry<Map<String, Object>, CameraType<?>> type : types) {
            if (type.getValue() instanceof FindsCameras) {
                finders.putIfAbsent(name(type.getKey().get(Choice.PROPERTY)), type.getValue());
            }
        }
        if (options.cameraType().isPresent()) {
            String wanted = options.cameraType().get();
            if (!finders.containsKey(wanted)) {
                throw new ConfigException("There are no cameras of type \"" + wanted
                        + "\" to be found; types that can be: " + String.join(", ", finders.keySet()));
            }
            finders.keySet().retainAll(List.of(wanted));
        }
        return finders;
    }

    private static String name(Object property) {
        return property instanceof String[] names && names.length > 0 ? names[0] : String.valueOf(property);
    }

    private <C extends Record> boolean look(
            String name,
            FindsCameras<C> finder,
            CameraType<?> type,
            FindCamerasOptions options,
            Console console,
            List<Map<String, Object>> cameras)
            throws InterruptedException, IOException {
        try {
            @SuppressWarnings("unchecked") // it is one object, and finds what it makes
            CameraType<C> maker = (CameraType<C>) type;
            Snapshot<C> snapshot = new Snapshot<>(name, maker, clock, options, console);
            boolean failed = false;
            for (var camera : finder.findCameras()) {
                Snapshot.Taken taken = snapshot.of(camera);
                cameras.add(taken.json());
                failed |= taken.error().isPresent();
            }
            return failed;
        } catch (DeviceException e) {
            console.err("warning: " + name + ": " + e.getMessage());
            return true;
        }
    }
}
