/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.desk;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.SetsUpMotors;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.DeskDevice;
import dev.tendon.runtime.Devices;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon setup-motors}. What is asked and written is the driver's business. */
@Component(service = Verb.class)
@VerbName("setup-motors")
@VerbGroup("Setting up")
public final class SetupMotorsVerb implements Verb<SetupMotorsOptions> {
    private final Devices devices;

    @Activate
    public SetupMotorsVerb(@Reference Devices devices) {
        this.devices = devices;
    }

    @Override
    public int run(SetupMotorsOptions options, Console console) throws DeviceException, InterruptedException {
        OneDevice chosen = options.device();
        try (DeskDevice<?> device = chosen.make(devices, "setup-motors", console.dialog())) {
            if (!(device.device() instanceof SetsUpMotors motors)) {
                throw new ConfigException(chosen.option() + ": this device has no motors to set up");
            }
            boolean done = device.use("setup-motors", () -> {
                motors.setUpMotors();
                return true;
            });
            Map<String, Object> json = chosen.json();
            json.put("done", done);
            console.json(json);
            console.out(device.label() + ": all motors are set up");
            return DONE;
        }
    }
}
