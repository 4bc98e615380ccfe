/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.desk;

import dev.tendon.api.device.Calibratable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.DeskDevice;
import dev.tendon.runtime.Devices;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon calibrate}. What is asked and written is the driver's business. */
@Component(service = Verb.class)
@VerbName("calibrate")
@VerbGroup("Setting up")
public final class CalibrateVerb implements Verb<CalibrateOptions> {
    private final Devices devices;

    @Activate
    public CalibrateVerb(@Reference Devices devices) {
        this.devices = devices;
    }

    @Override
    public int run(CalibrateOptions options, Console console) throws DeviceException, InterruptedException {
        OneDevice chosen = options.device();
        try (DeskDevice<?> device = chosen.make(devices, "calibrate", console.dialog())) {
            if (!(device.device() instanceof Calibratable calibratable)) {
                throw new ConfigException(chosen.option() + ": this device has nothing to calibrate");
            }
            Path file = device.use("calibrate", calibratable::calibrate);
            Map<String, Object> json = chosen.json();
            json.put("file", file.toString());
            console.json(json);
            console.out(device.label() + " is calibrated: " + file);
            return DONE;
        }
    }
}
