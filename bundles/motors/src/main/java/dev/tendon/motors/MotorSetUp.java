/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an arm's motors their ids and speed, one at a time, from the last joint to the first, as LeRobot does (lerobot 0.6,
 * robots/so_follower/so_follower.py, {@code setup_motors}; motors/motors_bus.py, {@code setup_motor}). A motor is found at any
 * speed and id, so that one whose plug was pulled between the two writes is found again. The search ends at the first speed at which
 * somebody answers, the arm's own first: a second motor at another speed hears nothing of what follows, and its turn comes. What a person can mend is said and
 * asked for again; a port that is gone ends it. Thread: its driver's.
 */
public final class MotorSetUp {
    private static final Logger LOG = LoggerFactory.getLogger(MotorSetUp.class);

    /** The id of a motor from the factory: no sign that it is anybody's yet. */
    private static final int FACTORY_ID = 1;

    private final MotorWiring wiring;
    private final Joints joints;
    private final ArmOptions options;
    private final Dialog dialog;

    public MotorSetUp(MotorWiring wiring, Joints joints, ArmOptions options, DeviceContext context) {
        this.wiring = wiring;
        this.joints = joints;
        this.options = options;
        this.dialog = context.dialog();
    }

    private record Found(FoundMotor motor, int baudRate) {}

    /**
     * Sets up all of them.
     *
     * @throws DeviceException where the port fails; started again, it recognises the motors that are done
     */
    public void run() throws DeviceException {
        for (int slot = joints.count() - 1; slot >= 0; slot--) {
            setUp(joints.at(slot));
        }
        dialog.say("All " + joints.count() + " motors are set up. Connect them in a chain, then: "
                + options.calibrateCommand());
    }

    private void setUp(MotorJoint joint) throws DeviceException {
        boolean done = false;
        while (!done) {
            dialog.ask("Connect the controller board to the '" + joint.name() + "' motor only and press ENTER.", "");
            try {
                done = tryOnce(joint);
            } catch (MotorSilentException e) {
                LOG.debug("Setting up {}", joint, e);
                dialog.say(e.getMessage() + " The '" + joint.name() + "' motor is not set up yet: check its plug.");
            } catch (DeviceException e) {
                throw new DeviceException(
                        e.getMessage() + " Stopped at the '" + joint.name() + "' motor; to go on, start again: "
                                + options.command("setup-motors") + " (motors that are set up are recognised).",
                        e);
            }
        }
    }

    private boolean tryOnce(MotorJoint joint) throws DeviceException {
        Found found = search(joint);
        if (found == null || !fits(joint, found)) {
            return false;
        }
        int id = found.motor().id();
        int target = wiring.kind().baudRate();
        if (id == joint.id() && found.baudRate() == target) {
            wiring.lock(id);
            dialog.say("'" + joint.name() + "' motor is set up already (id " + id + ", " + target + " baud)");
            return true;
        }
        wiring.release(new int[] {id});
        if (id != joint.id()) {
            wiring.writeId(id, joint.id());
        }
        if (found.baudRate() != target) {
            wiring.writeBaudRate(joint.id(), target);
            wiring.portBaudRate(target);
        }
        Optional<FoundMotor> there = wiring.find(joint.id());
        if (there.isEmpty()
                || there.get().clash()
                || there.get().model() != wiring.kind().model()) {
            dialog.say("The '" + joint.name() + "' motor was given id " + joint.id()
                    + ", but it does not answer to it at " + target + " baud. Check its plug.");
            return false;
        }
        wiring.lock(joint.id());
        dialog.say("'" + joint.name() + "' motor id set to " + joint.id() + " (was " + id + " at " + found.baudRate()
                + " baud)");
        return true;
    }

    /** The only motor on the bus; null where there is none, or not one, which the person has been told then. */
    private @Nullable Found search(MotorJoint joint) throws DeviceException {
        List<Integer> speeds = wiring.kind().searchBaudRates();
        int tried = 0;
        DeviceException refused = null;
        for (int baudRate : speeds) {
            try {
                wiring.portBaudRate(baudRate);
            } catch (DeviceException e) {
                refused = e; // not every adapter knows every speed
                continue;
            }
            tried++;
            BusSurvey survey = wiring.survey();
            if (survey.motors().size() > 1 || survey.garbled()) {
                dialog.say(several(survey) + " Connect the '" + joint.name() + "' motor only.");
                return null;
            }
            if (!survey.motors().isEmpty()) {
                return new Found(survey.motors().get(0), baudRate);
            }
        }
        if (tried == 0 && refused != null) {
            throw refused;
        }
        dialog.say("No motor answered on " + options.port() + " at any of "
                + String.join(", ", speeds.stream().map(String::valueOf).toList())
                + " baud. Check the power supply and the cable of the '" + joint.name() + "' motor.");
        return null;
    }

    private static String several(BusSurvey survey) {
        List<String> ids = survey.motors().stream()
                .map(motor -> String.valueOf(motor.id()))
                .toList();
        if (ids.size() > 1) {
            return "More than one motor is connected: ids " + String.join(", ", ids) + ".";
        }
        return "More than one motor answers at once, or the answers are garbled.";
    }

    private boolean fits(MotorJoint joint, Found found) {
        FoundMotor motor = found.motor();
        if (motor.model() != wiring.kind().model()) {
            dialog.say("The motor with id " + motor.id() + " is of model " + motor.model() + ", not "
                    + wiring.kind().model() + " (" + wiring.kind().name() + "). Connect the right one.");
            return false;
        }
        String other = joints.namesById().get(motor.id());
        boolean someoneElses = other != null
                && !other.equals(joint.name())
                && motor.id() != FACTORY_ID
                && found.baudRate() == wiring.kind().baudRate();
        if (!someoneElses) {
            return true;
        }
        return dialog.ask(
                        "This motor is set up already, as '" + other + "' (id " + motor.id()
                                + "). Press ENTER to connect another, or type y and press ENTER to make it '"
                                + joint.name() + "':",
                        "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals("y");
    }
}
