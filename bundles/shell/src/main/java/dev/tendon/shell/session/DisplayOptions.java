/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.session;

import dev.tendon.runtime.DisplayRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * The live view's options, gathered from a verb's: {@code --display_data}, {@code --display_mode}, {@code --display_ip}, {@code
 * --display_port} as LeRobot 0.6 has them (scripts/lerobot_teleoperate.py).
 */
public record DisplayOptions(boolean wanted, DisplayMode mode, Optional<String> ip, Optional<Integer> port) {
    public DisplayRequest request(String title, double fps) {
        return new DisplayRequest(title, fps, ip, port);
    }

    /** What a user of LeRobot is told; empty where there is nothing to tell. */
    public Optional<String> note() {
        return mode == DisplayMode.BROWSER
                ? Optional.empty()
                : Optional.of("note: --display_mode=" + mode.name().toLowerCase(Locale.ROOT)
                        + ": Tendon shows its own page in the browser instead");
    }
}
