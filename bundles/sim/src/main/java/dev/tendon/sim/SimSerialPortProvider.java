/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.feetech.Sts3215;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialPortInfo;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialRequest;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ports {@code sim:[NAME][?key=value&...]}: an SO-101 arm of six simulated STS3215. Who opens one as {@code *_leader} gets a
 * leader that a hand moves, anybody else a follower. {@code sim:} is a new arm at each opening; a named one keeps its EEPROM
 * in {@code sim/NAME.json} in Tendon's home. Thread: any.
 */
@Component
public final class SimSerialPortProvider implements SerialPortProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SimSerialPortProvider.class);
    private static final String HOME_PROPERTY = "tendon.home";
    private static final String HOME_VARIABLE = "TENDON_HOME";
    private static final String SUFFIX = ".json";

    private final Path home;
    private final AtomicLong opened = new AtomicLong();

    @Activate
    public SimSerialPortProvider(BundleContext context) {
        this(Optional.ofNullable(context.getProperty(HOME_PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(HOME_VARIABLE)))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home", ""), ".tendon")));
    }

    /** @param home Tendon's home */
    public SimSerialPortProvider(Path home) {
        this.home = home;
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
        SimAddress address = SimAddress.parse(request.port());
        SimArm arm = request.peer().endsWith("_leader") ? SimArm.LEADER : SimArm.FOLLOWER;
        List<ControlTable> tables = new ArrayList<>();
        for (SimJoint joint : arm.joints()) {
            tables.add(table(joint, address));
        }
        EepromFile file = address.name().isPresent() ? kept(address.name().get(), arm, tables) : null;
        Servo[] servos = servos(arm, tables, address);
        tables.forEach(ControlTable::takeChange);
        return new SimChannel(request.port(), clock, new ServoBus(clock, servos, request.baudRate()), tables, file);
    }

    /** Fills {@code tables} with what arm {@code name} kept, or lets it keep what they hold. */
    private EepromFile kept(String name, SimArm arm, List<ControlTable> tables) throws DeviceException {
        EepromFile file = EepromFile.open(home, name, arm.spelling());
        try {
            if (!file.load(tables)) {
                file.save(tables);
            }
            return file;
        } catch (DeviceException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static ControlTable table(SimJoint joint, SimAddress address) {
        ControlTable table = new ControlTable();
        SimEeprom.factory(table, joint.id(), address.models().getOrDefault(joint.id(), Sts3215.MODEL));
        if (address.calibrated()) {
            SimEeprom.calibrate(table, joint);
        }
        return table;
    }

    private static Servo[] servos(SimArm arm, List<ControlTable> tables, SimAddress address) {
        List<Servo> servos = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            SimJoint joint = arm.joints().get(i);
            if (address.has(joint.id())) {
                boolean moved = arm == SimArm.LEADER && address.motion();
                servos.add(new Servo(tables.get(i), motor(joint), moved ? SimArm.hand(joint) : null));
            }
        }
        return servos.toArray(Servo[]::new);
    }

    private static Motor motor(SimJoint joint) {
        return new Motor(joint.loadKgm2(), joint.lowStop(), joint.highStop(), joint.restShaft());
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
