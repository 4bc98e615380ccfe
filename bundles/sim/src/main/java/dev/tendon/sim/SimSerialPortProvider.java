/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialPortInfo;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialRequest;
import dev.tendon.sim.scene.SceneType;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ports {@code sim:[NAME][?key=value&...]}: an SO-101 arm of six simulated STS3215. Who opens one as {@code *_leader} gets a
 * leader that a hand moves, anybody else a follower. {@code sim:} is a new arm at each opening; a named one keeps its EEPROM
 * in {@code sim/NAME.json} in Tendon's home. Other programs come in through {@link Simulator}. Thread: any.
 */
@Component
public final class SimSerialPortProvider implements SerialPortProvider, Simulator {
    private static final Logger LOG = LoggerFactory.getLogger(SimSerialPortProvider.class);
    private static final String HOME_PROPERTY = "tendon.home";
    private static final String HOME_VARIABLE = "TENDON_HOME";
    private static final String SUFFIX = ".json";

    /** Read when a port is opened. */
    @Reference(service = SceneType.class, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<SceneType> scenes = List.of();

    private final Path home;
    private final OpenArms arms;
    private final AtomicLong opened = new AtomicLong();

    @Activate
    public SimSerialPortProvider(BundleContext context) {
        this(Optional.ofNullable(context.getProperty(HOME_PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(HOME_VARIABLE)))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home", ""), ".tendon")));
    }

    /** One outside of a framework, with these scenes. */
    public SimSerialPortProvider(Path home, List<SceneType> scenes) {
        this(home);
        this.scenes = List.copyOf(scenes);
    }

    /** @param home Tendon's home */
    public SimSerialPortProvider(Path home) {
        this.home = home;
        arms = new OpenArms(new ArmFactory(home, new Scenes(() -> scenes)));
    }

    @Override
    public boolean accepts(String port) {
        return port.startsWith(SimAddress.SCHEME);
    }

    @Override
    public String identity(SerialRequest request) {
        return SimAddress.parse(request.port())
                .name()
                .map(name -> SimAddress.SCHEME + name)
                .orElseGet(() -> SimAddress.SCHEME + "#" + opened.incrementAndGet());
    }

    @Override
    public SerialChannel open(SerialRequest request, Clock clock) throws DeviceException {
        SimArm kind = request.peer().endsWith("_leader") ? SimArm.LEADER : SimArm.FOLLOWER;
        RunningArm arm = arms.open(request.port(), kind, request.baudRate(), clock);
        int connection = arm.connection();
        return new SimChannel(request.port(), arm, () -> arms.close(arm, arm.connection() != connection));
    }

    @Override
    public List<SimulatedArm> arms() {
        return List.copyOf(arms.open());
    }

    @Override
    public SimServer serve(String address, boolean leader, Optional<Path> link, Clock clock) throws DeviceException {
        return SimServer.start(arms, address, leader ? SimArm.LEADER : SimArm.FOLLOWER, link, clock);
    }

    /** A new arm, and each arm that was kept. */
    @Override
    public List<SerialPortInfo> list() {
        List<SerialPortInfo> ports = new ArrayList<>();
        ports.add(SerialPortInfo.of(SimAddress.SCHEME, "a simulated SO-101 arm, new at each opening"));
        Path folder = home.resolve("sim");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    ports.add(SerialPortInfo.of(
                            SimAddress.SCHEME + name.substring(0, name.length() - SUFFIX.length()),
                            "a simulated SO-101 arm, kept in " + file));
                }
            } catch (IOException e) {
                LOG.warn("Kept simulated arms in {} cannot be listed", folder, e);
            }
        }
        return ports;
    }
}
