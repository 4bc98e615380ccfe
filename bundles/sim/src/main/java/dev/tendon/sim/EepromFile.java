/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The EEPROMs of a named simulated arm on disk, {@code sim/NAME.json} in Tendon's home: registers by LeRobot's names, servo by
 * servo. Written aside, synced and moved into place, so that a killed process leaves the old or the new file. A lock file
 * beside it keeps a second process from the same arm. Thread: its bus's.
 */
final class EepromFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EepromFile.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int FORMAT = 1;

    private final Path file;
    private final String arm;
    private final FileChannel lockChannel;

    private EepromFile(Path file, String arm, FileChannel lockChannel) {
        this.file = file;
        this.arm = arm;
        this.lockChannel = lockChannel;
    }

    /**
     * Takes arm {@code name}.
     *
     * @param home Tendon's home
     * @param arm what kind of arm it is: {@code follower} or {@code leader}
     * @throws DeviceException where another process has it
     */
    static EepromFile open(Path home, String name, String arm) throws DeviceException {
        Path folder = home.resolve("sim");
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new DeviceException("Simulated arm sim:" + name
                        + " is in use by another process. Stop that one, or take" + " another name.");
            }
            return new EepromFile(folder.resolve(name + ".json"), arm, channel);
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new DeviceException(
                    "Simulated arm sim:" + name + " cannot keep its EEPROM in " + folder + ": " + e, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it under another address
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel, IOException because) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }

    /**
     * Fills {@code tables} with what was kept; false where nothing was.
     *
     * @throws ConfigException where the file is damaged or of another kind of arm
     */
    boolean load(List<ControlTable> tables) {
        if (!Files.exists(file)) {
            return false;
        }
        JsonNode root = tree();
        if (root.path("format").asInt() != FORMAT || root.path("servos").size() != tables.size()) {
            throw new ConfigException("Simulator file " + file
                    + " is damaged or of a later Tendon: delete it to start with a" + " new arm.");
        }
        if (!root.path("arm").asText().equals(arm)) {
            throw new ConfigException(
                    "Simulated arm " + file.getFileName().toString().replace(".json", "") + " is a "
                            + root.path("arm").asText() + ", not a " + arm + ": take another name, or delete " + file);
        }
        for (int i = 0; i < tables.size(); i++) {
            fill(tables.get(i), root.path("servos").path(i));
        }
        return true;
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new ConfigException(
                    "Simulator file " + file + " is damaged: " + e.getOriginalMessage()
                            + ". Delete it to start with a new arm.",
                    e);
        } catch (IOException e) {
            throw new ConfigException("Simulator file " + file + " cannot be read: " + e, e);
        }
    }

    private static void fill(ControlTable table, JsonNode registers) {
        for (Register register : Sts3215.all()) {
            JsonNode value = registers.path(register.name());
            if (register.eeprom() && value.isInt()) {
                table.keep(register, value.intValue());
            }
        }
    }

    /** Keeps what {@code tables} hold now. */
    void save(List<ControlTable> tables) throws DeviceException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("arm", arm);
        var servos = root.putArray("servos");
        for (ControlTable table : tables) {
            ObjectNode registers = servos.addObject();
            for (Register register : Sts3215.all()) {
                if (register.eeprom()) {
                    registers.put(register.name(), table.kept(register));
                }
            }
        }
        boolean interrupted = Thread.interrupted(); // else it would close the file under the write
        try {
            replace(JSON.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new DeviceException("The EEPROM of a simulated arm cannot be kept in " + file + ": " + e, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void replace(byte[] bytes) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} was not released; it ends with this process", file, e);
        }
    }
}
