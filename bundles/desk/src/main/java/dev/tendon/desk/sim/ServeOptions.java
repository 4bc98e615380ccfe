/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.sim;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Options of {@code tendon sim serve}: those of a {@code sim:} port, each by its key. What they may hold is the simulator's to say, so
 * they are text here.
 */
@Describe("Offer a simulated arm to other programs as a serial device (Linux, macOS)")
public record ServeOptions(
        @Describe("Which arm: follower or leader") @Default("follower") String arm,
        @Describe("Name under which the arm keeps its EEPROM; without one it is new at each start")
                Optional<String> name,
        @Describe("Path of a symbolic link to the device, for a name that does not change") Optional<Path> link,
        @Describe("wire: bytes take as long as on a real wire; none: they are there at once") Optional<String> timing,
        @Describe("Who moves the joints whose torque is off: still, sine, sweep, calibrate or script:FILE")
                Optional<String> motion,
        @Describe("false: a new arm is not calibrated") Optional<String> calibrated,
        @Describe("true: a new arm's motors are as from the box, each with id 1") Optional<String> fresh,
        @Describe("Motors that are connected: all, in_turn, or one by its name") Optional<String> connected,
        @Describe("Ids of the motors that there are: 1,2,4") Optional<String> ids,
        @Describe("Motors that hold another id: 3:13") Optional<String> id,
        @Describe("Motors of another model number: 3:2825") Optional<String> model,
        @Describe("Seed of all chance") Optional<String> seed,
        @Describe("Share of packets that are lost, 0 to 1") Optional<String> drop,
        @Describe("Share of packets in which a bit is turned over, 0 to 1") Optional<String> corrupt,
        @Describe("Share of answers that come late, 0 to 1") Optional<String> delay,
        @Describe(value = "How late they come", unit = "ms") Optional<String> delayMs,
        @Describe(value = "Supply voltage", unit = "V") Optional<String> voltage,
        @Describe(value = "Temperature of all motors, or of one: elbow_flex:75", unit = "°C")
                Optional<String> temperature,
        @Describe("Motors that something blocks: elbow_flex,gripper") Optional<String> overload,
        @Describe("Motors whose cable is out: elbow_flex,gripper") Optional<String> missing,
        @Describe(value = "From when on these faults are there", unit = "s") Optional<String> faultsAfterS,
        @Describe(value = "When the USB plug is pulled", unit = "s") Optional<String> unplugS,
        @Describe("After how many packets the USB plug is pulled") Optional<String> unplugPackets,
        @Describe(value = "After how long it is put back", unit = "s") Optional<String> replugS) {
    public ServeOptions {
        if (!arm.equals("follower") && !arm.equals("leader")) {
            throw new ConfigException("arm is follower or leader, not \"" + arm + "\"");
        }
    }

    boolean leader() {
        return arm.equals("leader");
    }

    /** The same as a port of the simulator. */
    String address() {
        List<String> query = new ArrayList<>();
        add(query, "timing", timing);
        add(query, "motion", motion);
        add(query, "calibrated", calibrated);
        add(query, "fresh", fresh);
        add(query, "connected", connected);
        add(query, "ids", ids);
        add(query, "id", id);
        add(query, "model", model);
        add(query, "seed", seed);
        add(query, "drop", drop);
        add(query, "corrupt", corrupt);
        add(query, "delay", delay);
        add(query, "delay_ms", delayMs);
        add(query, "voltage", voltage);
        add(query, "temperature", temperature);
        add(query, "overload", overload);
        add(query, "missing", missing);
        add(query, "faults_after_s", faultsAfterS);
        add(query, "unplug_s", unplugS);
        add(query, "unplug_packets", unplugPackets);
        add(query, "replug_s", replugS);
        String settings = query.stream().collect(Collectors.joining("&"));
        return "sim:" + name.orElse("") + (settings.isEmpty() ? "" : "?" + settings);
    }

    private static void add(List<String> query, String key, Optional<String> value) {
        value.ifPresent(text -> query.add(key + "=" + text));
    }
}
