/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import dev.tendon.api.device.DeviceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where a playback is, as it is handed to the next version of this bundle. As text:
 *
 * <pre>{@code
 * tendon.playback 1
 * recording=2f5c…   digest of names, rate and actions
 * frames=373
 * zero_ns=1234567   when frame 0 was due, in the session's clock; absent before the first read
 * }</pre>
 *
 * A later version of this format keeps these lines and raises the number; unknown lines are passed over.
 *
 * @param digest {@link Recording#digest()}
 * @param frames its length
 * @param zeroNs when frame 0 was due, in the session's clock; empty before the first read
 */
record Position(String digest, int frames, OptionalLong zeroNs) {
    private static final String HEAD = "tendon.playback 1";

    String toText() {
        String text = HEAD + "\nrecording=" + digest + "\nframes=" + frames + "\n";
        return zeroNs.isPresent() ? text + "zero_ns=" + zeroNs.getAsLong() + "\n" : text;
    }

    /** Reads what {@link #toText} wrote, in this version or an earlier one. */
    static Position parse(String text) throws DeviceException {
        Map<String, String> lines = new LinkedHashMap<>();
        String head = "";
        for (String line : text.lines().toList()) {
            int equals = line.indexOf('=');
            if (head.isEmpty()) {
                head = line.strip();
            } else if (equals > 0) {
                lines.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        if (!head.equals(HEAD)) {
            throw new DeviceException(
                    "The playback that is to be replaced speaks of its position in a form that this version does"
                            + " not know (\"" + head + "\" instead of \"" + HEAD
                            + "\"): stop the session, then change the bundle");
        }
        try {
            String zero = lines.get("zero_ns");
            return new Position(
                    lines.getOrDefault("recording", ""),
                    Integer.parseInt(lines.getOrDefault("frames", "")),
                    zero == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(zero)));
        } catch (NumberFormatException e) {
            throw new DeviceException(
                    "The playback that is to be replaced handed over a position that is no number: " + lines, e);
        }
    }
}
