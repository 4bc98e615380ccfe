/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialLease;
import dev.tendon.serial.SerialPortInfo;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.SerialRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports of all providers that are there. Thread: any. */
@Component
public final class DefaultSerialPorts implements SerialPorts {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultSerialPorts.class);

    private final ConcurrentMap<String, Slot> taken = new ConcurrentHashMap<>();

    @Reference(
            service = SerialPortProvider.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<SerialPortProvider> providers = List.of();

    @Activate
    public DefaultSerialPorts() {}

    /** With providers that do not change: for whoever has no service registry. */
    public DefaultSerialPorts(List<SerialPortProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** Takes all ports back; devices that are still running end safe. */
    @Deactivate
    public void deactivate() {
        for (Slot slot : List.copyOf(taken.values())) {
            OpenPort port = slot.port;
            if (port != null) {
                port.revoke();
            }
        }
    }

    @Override
    public SerialLease open(SerialRequest request, DeviceContext holder) throws DeviceException {
        List<SerialPortProvider> present = providers;
        List<String> broken = new ArrayList<>();
        for (SerialPortProvider provider : present) {
            try {
                if (provider.accepts(request.port())) {
                    return open(provider, request, holder);
                }
            } catch (LinkageError e) {
                broken.add(broken(provider, e));
            }
        }
        throw new DeviceException(holder.label() + ": " + unknown(request.port(), broken));
    }

    @Override
    public List<SerialPortInfo> list() {
        List<SerialPortInfo> ports = new ArrayList<>();
        for (SerialPortProvider provider : providers) {
            try {
                ports.addAll(provider.list());
            } catch (LinkageError e) {
                LOG.warn("Serial ports are missing from the list: {}", broken(provider, e));
            }
        }
        ports.sort(Comparator.comparing(SerialPortInfo::port));
        return List.copyOf(ports);
    }

    private SerialLease open(SerialPortProvider provider, SerialRequest request, DeviceContext holder)
            throws DeviceException {
        String identity = provider.identity(request);
        Slot slot = new Slot(holder.label());
        Slot other = taken.putIfAbsent(identity, slot);
        if (other != null) {
            throw new DeviceException(holder.label() + ": " + request.port() + " is in use by " + other.holder()
                    + " in this process. Give each device a port of its own, or close the other one first.");
        }
        boolean opened = false;
        try {
            SerialChannel channel = provider.open(request, holder.clock());
            OpenPort port = new OpenPort(request.port(), channel, () -> taken.remove(identity, slot));
            slot.port = port;
            opened = true;
            return port.leaseTo(holder);
        } finally {
            if (!opened) {
                taken.remove(identity, slot);
            }
        }
    }

    private String unknown(String port, List<String> broken) {
        if (!broken.isEmpty()) {
            return port + " cannot be opened: " + String.join("; ", broken) + ".";
        }
        List<SerialPortInfo> there = list();
        String rest = there.isEmpty()
                ? "No serial port is there; sim: takes the simulator where that is installed."
                : "There are: " + there.stream().map(SerialPortInfo::text).collect(Collectors.joining(", ")) + ".";
        return "\"" + port + "\" is no serial port that anything installed here knows. " + rest;
    }

    private static String broken(SerialPortProvider provider, LinkageError e) {
        return provider.getClass().getSimpleName() + " does not work on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ": its native library does not load (" + e.getMessage() + ")";
    }

    /** A place among the ports that are open or being opened. */
    private static final class Slot {
        private final String first;
        private volatile @Nullable OpenPort port;

        Slot(String first) {
            this.first = first;
        }

        String holder() {
            OpenPort opened = port;
            return opened == null ? first : opened.holderLabel(first);
        }
    }
}
