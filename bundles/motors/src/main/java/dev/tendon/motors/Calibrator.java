/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which calibration an arm is used with, and how it gets one. The file's is used where there is one, else the motors' own.
 * Where both exist and differ, {@code on_calibration_mismatch} decides or the person at the desk; never a guess. The questions
 * and their order are LeRobot's (lerobot 0.6, robots/so_follower/so_follower.py, {@code connect} and {@code calibrate}); that
 * the motors may be right is ours. Thread: its driver's.
 */
public final class Calibrator {
    private static final Logger LOG = LoggerFactory.getLogger(Calibrator.class);

    private final ArmOptions options;
    private final Joints joints;
    private final MotorBus bus;
    private final DeviceContext context;
    private final CalibrationSearch search;

    public Calibrator(
            ArmOptions options, Joints joints, MotorBus bus, DeviceContext context, CalibrationSearch search) {
        this.options = options;
        this.joints = joints;
        this.bus = bus;
        this.context = context;
        this.search = search;
    }

    /**
     * What was settled.
     *
     * @param calibration what to use
     * @param writeToMotors whether the motors hold something else and are to be given it, with their torque off
     */
    public record Settled(Calibration calibration, boolean writeToMotors) {}

    private enum Answer {
        FILE,
        /** Use what the motors hold. */
        MOTORS,
        /** And write it to the file. */
        MOTORS_TO_FILE,
        CALIBRATE
    }

    /**
     * Settles the calibration while connecting. Writes nothing to the motors unless the person calibrates: then their torque is
     * off, and the result is in file and motors.
     *
     * @throws ConfigException where there is no calibration and nobody to make one, or nobody to decide between two
     */
    public Settled settle() throws DeviceException {
        Calibration motors = read();
        Optional<Path> file = search.find(options);
        if (file.isEmpty()) {
            return withoutFile(motors);
        }
        Calibration calibration = CalibrationFile.read(file.get(), joints);
        if (calibration.differences(motors).isEmpty()) {
            return new Settled(calibration, false);
        }
        return switch (decide(file.get(), calibration, motors)) {
            case FILE -> {
                LOG.info("{}: the calibration of {} is written to the motors", context.label(), file.get());
                yield new Settled(calibration, true);
            }
            case MOTORS -> {
                LOG.info("{}: the calibration in the motors is used, not that of {}", context.label(), file.get());
                yield new Settled(motors, false);
            }
            case MOTORS_TO_FILE -> {
                write(motors);
                yield new Settled(motors, false);
            }
            case CALIBRATE -> new Settled(calibrateAnew(motors), false);
        };
    }

    private Settled withoutFile(Calibration motors) throws DeviceException {
        Path file = target();
        if (motors.calibrated()) {
            context.dialog()
                    .say(context.label() + ": "
                            + options.id()
                                    .map(id -> "no calibration file " + file)
                                    .orElse("no id given (" + options.option("id")
                                            + "), so there is no calibration file")
                            + "; the calibration in the motors is used");
            return new Settled(motors, false);
        }
        String what = context.label() + " on " + options.port() + " is not calibrated: there is no file " + file
                + ", and the motors hold factory values.";
        if (!context.dialog().interactive()) {
            throw new ConfigException(what + " Calibrate it: " + options.calibrateCommand()
                    + ". If it has a file elsewhere, name it with " + options.option("id") + " and "
                    + options.option("calibration_dir") + ".");
        }
        context.dialog().say(what);
        return new Settled(calibrateAnew(motors), false);
    }

    /**
     * Calibrates the arm, or keeps what it has where the person says so. The torque is off afterwards.
     *
     * @return the file that holds the calibration now
     * @throws ConfigException where nobody can answer
     * @throws UncheckedIOException where the file cannot be written; the motors are as they were then
     */
    public Path calibrate() throws DeviceException {
        Calibration motors = read();
        Optional<Path> file = search.find(options);
        if (file.isPresent()) {
            return withFile(file.get(), motors);
        }
        if (motors.calibrated()
                && !asksForNew("There is no file " + target()
                        + ", but the motors hold a calibration. Press ENTER to keep it and write it to the file, or type c and"
                        + " press ENTER to calibrate:")) {
            write(motors);
        } else {
            calibrateAnew(motors);
        }
        return target();
    }

    private Path withFile(Path file, Calibration motors) throws DeviceException {
        Calibration calibration;
        try {
            calibration = CalibrationFile.read(file, joints);
        } catch (ConfigException e) {
            context.dialog().say(e.getMessage());
            context.dialog().ask("Press ENTER to calibrate anew; the file is kept as a backup.", "");
            calibrateAnew(motors);
            return target();
        }
        boolean differs = !calibration.differences(motors).isEmpty();
        if (!differs) {
            if (!asksForNew(useFile(file) + ", or type c and press ENTER to calibrate:")) {
                return file;
            }
            calibrateAnew(motors);
            return target();
        }
        switch (decide(file, calibration, motors)) {
            case FILE -> {
                bus.release(joints.ids());
                writeToMotors(calibration);
                context.dialog().say("The calibration of " + file + " is in the motors now.");
                return file;
            }
            case MOTORS, MOTORS_TO_FILE -> write(motors);
            case CALIBRATE -> calibrateAnew(motors);
        }
        return target();
    }

    private String useFile(Path file) {
        return "Press ENTER to use the calibration file of "
                + options.id().map(id -> "id " + id).orElse("no id") + " (" + file + ")";
    }

    /** Whether the answer is {@code c}, where ENTER is the other. */
    private boolean asksForNew(String question) {
        while (true) {
            String answer = answer(question, "");
            if (answer.equals("c") || answer.isEmpty()) {
                return answer.equals("c");
            }
            context.dialog().say("\"" + answer + "\" is neither ENTER nor c.");
        }
    }

    private Answer decide(Path file, Calibration calibration, Calibration motors) {
        return switch (options.onMismatch()) {
            case FILE -> Answer.FILE;
            case MOTORS -> motors(file, motors);
            case ASK -> ask(file, calibration, motors);
        };
    }

    private Answer motors(Path file, Calibration motors) {
        if (!motors.calibrated()) {
            throw new ConfigException(context.label() + ": the motors hold no calibration, only " + file + " does. Use "
                    + options.option("on_calibration_mismatch") + "=file.");
        }
        return Answer.MOTORS;
    }

    private Answer ask(Path file, Calibration calibration, Calibration motors) {
        String option = options.option("on_calibration_mismatch");
        String what = context.label() + ": " + file + " and the motors hold different calibrations: "
                + String.join("; ", calibration.differences(motors));
        if (motors.calibrated()) {
            what += search.owner(motors, file)
                    .map(other -> ". The motors hold what " + other
                            + " says: is this the port of that arm? If so, stop with Ctrl-C")
                    .orElse("");
        }
        if (!context.dialog().interactive()) {
            throw new ConfigException(what + ". Decide with " + option + "=file (write the file to the motors) or "
                    + option + "=motors (use theirs).");
        }
        context.dialog().say(what + ".");
        String keep = motors.calibrated() ? ", m to keep what the motors hold and write it to the file" : "";
        while (true) {
            String answer =
                    answer(useFile(file) + " and write it to the motors" + keep + ", or c to calibrate:", option);
            if (answer.isEmpty()) {
                return Answer.FILE;
            }
            if (answer.equals("m") && motors.calibrated()) {
                return Answer.MOTORS_TO_FILE;
            }
            if (answer.equals("c")) {
                return Answer.CALIBRATE;
            }
            context.dialog().say("\"" + answer + "\" is none of ENTER, m and c.");
        }
    }

    private String answer(String question, String option) {
        return context.dialog().ask(question, option).strip().toLowerCase(Locale.ROOT);
    }

    private Calibration calibrateAnew(Calibration before) throws DeviceException {
        try {
            Calibration made = new CalibrationProcedure(joints, bus, context).run();
            bus.release(joints.ids()); // a motor that lost its power meanwhile has locked itself
            writeToMotors(made);
            write(made);
            return made;
        } catch (DeviceException | RuntimeException e) {
            putBack(before, e);
            throw e;
        }
    }

    /** Also after Ctrl-C: an interrupt must not cut this short, so it waits. */
    private void putBack(Calibration before, Exception because) {
        boolean interrupted = Thread.interrupted();
        try {
            bus.release(joints.ids());
            writeToMotors(before);
        } catch (DeviceException | RuntimeException e) {
            because.addSuppressed(e);
            LOG.warn(
                    "{}: the motors could not be given back the calibration that they held before; calibrate again ({})",
                    context.label(),
                    e.getMessage());
            LOG.debug("{}", context.label(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void writeToMotors(Calibration calibration) throws DeviceException {
        calibration.writeTo(bus);
        List<String> wrong = calibration.differences(read());
        if (!wrong.isEmpty()) {
            throw new DeviceException(context.label() + ": the motors did not keep their calibration: "
                    + String.join("; ", wrong) + ". Switch their power off and on, and calibrate again.");
        }
    }

    private void write(Calibration calibration) {
        Path file = target();
        try {
            Optional<Path> backup = CalibrationFile.write(file, calibration);
            backup.ifPresent(old -> context.dialog().say("The previous file is kept as " + old));
            context.dialog().say("Calibration saved to " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    context.label() + ": calibration file " + file + " cannot be written: " + e, e);
        }
    }

    private Path target() {
        return search.candidates(options).get(0);
    }

    private Calibration read() throws DeviceException {
        List<JointCalibration> values = new ArrayList<>();
        for (MotorJoint joint : joints.all()) {
            values.add(bus.calibration(joint.id()));
        }
        return new Calibration(joints, values);
    }
}
