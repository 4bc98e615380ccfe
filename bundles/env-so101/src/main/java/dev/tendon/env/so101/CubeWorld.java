/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import org.ode4j.math.DMatrix3;
import org.ode4j.math.DMatrix3C;
import org.ode4j.math.DVector3C;
import org.ode4j.ode.DBody;
import org.ode4j.ode.DBox;
import org.ode4j.ode.DContact;
import org.ode4j.ode.DContactBuffer;
import org.ode4j.ode.DGeom;
import org.ode4j.ode.DJoint;
import org.ode4j.ode.DJointGroup;
import org.ode4j.ode.DMass;
import org.ode4j.ode.DPlane;
import org.ode4j.ode.DWorld;
import org.ode4j.ode.OdeConstants;
import org.ode4j.ode.OdeHelper;

/**
 * The physics: one cube on a table, and the arm's hand, which goes where the servos turn it. Rigid bodies, dry friction and slightly
 * soft contacts by ODE (ode4j). The hand pushes the cube, holds it by friction between its fingers, and drops it; the table does not
 * stop the arm. Thread: one call at a time.
 */
final class CubeWorld implements AutoCloseable {
    /** Half an edge of the cube, in metres. */
    static final double HALF = 0.015;

    private static final double MASS_KG = 0.027;
    private static final double GRAVITY = 9.81;
    private static final double TABLE_FRICTION = 0.5;
    private static final double FINGER_FRICTION = 1.0;
    /** Of a contact, N/m and Ns/m: plastic with a bit of give. */
    private static final double STIFFNESS = 4000;

    private static final double DAMPING = 25;
    /** So deep goes a finger into what it holds before its motor is stopped. */
    private static final double SQUEEZE = 0.0012;
    /** From the gripper's axis to where a finger holds. */
    private static final double LEVER = 0.07;
    /** A hand that is farther from a resting cube does nothing to it. */
    private static final double NEAR = 0.06;

    private static final int CONTACTS = 8;
    private static final double CORRECTING_VELOCITY = 0.5;

    static {
        OdeHelper.initODE2(0);
    }

    private final DWorld world = OdeHelper.createWorld();
    private final DJointGroup contacts = OdeHelper.createJointGroup();
    private final DContactBuffer found = new DContactBuffer(CONTACTS);
    private final DBody cube = OdeHelper.createBody(world);
    private final DBox cubeGeom = OdeHelper.createBox(2 * HALF, 2 * HALF, 2 * HALF);
    private final DPlane table = OdeHelper.createPlane(null, 0, 0, 1, 0);
    private final Limb fixedFinger = new Limb(ArmModel.FIXED_FINGER);
    private final Limb palm = new Limb(ArmModel.PALM);
    private final Limb movingFinger = new Limb(ArmModel.MOVING_FINGER);
    private boolean placed;
    private boolean touched;
    private double squeezed;
    private double jawAngle;
    private double jawStop = Double.NEGATIVE_INFINITY;

    CubeWorld() {
        world.setGravity(0, 0, -GRAVITY);
        world.setContactMaxCorrectingVel(CORRECTING_VELOCITY);
        DMass mass = OdeHelper.createMass();
        mass.setBoxTotal(MASS_KG, 2 * HALF, 2 * HALF, 2 * HALF);
        cube.setMass(mass);
        cubeGeom.setBody(cube);
        cube.setAutoDisableFlag(true);
        cube.setAutoDisableLinearThreshold(0.002);
        cube.setAutoDisableAngularThreshold(0.05);
        cube.setAutoDisableSteps(15);
        cube.setAutoDisableTime(0);
    }

    /** A part of the hand: as heavy as it likes. */
    private final class Limb {
        final Box box;
        final DBody body = OdeHelper.createBody(world);
        final DBox geom;
        Transform at = Transform.NONE;

        Limb(Box box) {
            this.box = box;
            body.setKinematic();
            geom = OdeHelper.createBox(2 * box.halfX(), 2 * box.halfY(), 2 * box.halfZ());
            geom.setBody(body);
        }

        void place(Transform link) {
            at = link.then(box.frame());
            body.setPosition(at.shift(0), at.shift(1), at.shift(2));
            body.setRotation(matrix(at));
            body.setLinearVel(0, 0, 0);
            body.setAngularVel(0, 0, 0);
        }

        /** Gives it the speed that takes it there in {@code seconds}. */
        void head(Transform link, double seconds) {
            Transform to = link.then(box.frame());
            body.setLinearVel(
                    (to.shift(0) - at.shift(0)) / seconds,
                    (to.shift(1) - at.shift(1)) / seconds,
                    (to.shift(2) - at.shift(2)) / seconds);
            double[] turn = new double[3];
            for (int i = 0; i < 3; i++) {
                int j = (i + 1) % 3;
                int k = (i + 2) % 3;
                for (int c = 0; c < 3; c++) {
                    // the antisymmetric part of R1 R0^T: sine of the angle, along the axis
                    turn[i] += (to.turn(k, c) * at.turn(j, c) - to.turn(j, c) * at.turn(k, c)) / 2;
                }
            }
            body.setAngularVel(turn[0] / seconds, turn[1] / seconds, turn[2] / seconds);
        }

        double distance() {
            DVector3C c = cube.getPosition();
            double dx = c.get0() - at.shift(0);
            double dy = c.get1() - at.shift(1);
            double dz = c.get2() - at.shift(2);
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
    }

    /** Puts the cube on the table, at rest. */
    void lay(double x, double y, double yaw) {
        cube.enable();
        cube.setPosition(x, y, HALF);
        cube.setRotation(matrix(Transform.about(2, yaw)));
        cube.setLinearVel(0, 0, 0);
        cube.setAngularVel(0, 0, 0);
        jawStop = Double.NEGATIVE_INFINITY;
        touched = false;
    }

    /**
     * Lets time pass while the hand goes somewhere.
     *
     * @param links of {@link ArmModel#links}
     * @param jaw the gripper's angle there
     */
    void advance(Transform[] links, double jaw, double seconds) {
        Transform hand = links[ArmModel.GRIPPER_LINK];
        Transform finger = links[ArmModel.JAW_LINK];
        jawAngle = jaw;
        boolean still = placed
                && !cube.isEnabled()
                && hand.then(fixedFinger.box.frame()).same(fixedFinger.at)
                && finger.then(movingFinger.box.frame()).same(movingFinger.at);
        if (!still && placed) {
            fixedFinger.head(hand, seconds);
            palm.head(hand, seconds);
            movingFinger.head(finger, seconds);
            boolean near =
                    Math.min(fixedFinger.distance(), Math.min(palm.distance(), movingFinger.distance())) < NEAR + 0.05;
            if (near && !cube.isEnabled()) {
                cube.enable();
            }
            if (cube.isEnabled()) {
                step(seconds);
            } else {
                touched = false;
                jawStop = Double.NEGATIVE_INFINITY;
            }
        }
        placed = true;
        fixedFinger.place(hand);
        palm.place(hand);
        movingFinger.place(finger);
    }

    private void step(double seconds) {
        touched = false;
        squeezed = 0;
        meet(table, TABLE_FRICTION, seconds);
        double fixed = meet(fixedFinger.geom, FINGER_FRICTION, seconds);
        double behind = meet(palm.geom, FINGER_FRICTION, seconds);
        double moving = meet(movingFinger.geom, FINGER_FRICTION, seconds);
        touched = fixed > 0 || moving > 0 || behind > 0;
        squeezed = Math.min(fixed, moving);
        if (moving <= 0 || fixed <= 0) {
            jawStop = Double.NEGATIVE_INFINITY;
        } else if (squeezed >= SQUEEZE) {
            jawStop = jawAngle + (squeezed - SQUEEZE) / LEVER;
        }
        world.step(seconds);
        contacts.empty();
    }

    /** Adds the contacts of the cube with something; the deepest, or 0. */
    private double meet(DGeom other, double friction, double seconds) {
        int n = OdeHelper.collide(cubeGeom, other, CONTACTS, found.getGeomBuffer());
        double deepest = 0;
        for (int i = 0; i < n; i++) {
            DContact contact = found.get(i);
            deepest = Math.max(deepest, contact.geom.depth);
            contact.surface.mode =
                    OdeConstants.dContactSoftERP | OdeConstants.dContactSoftCFM | OdeConstants.dContactApprox1;
            contact.surface.mu = friction;
            contact.surface.soft_erp = seconds * STIFFNESS / (seconds * STIFFNESS + DAMPING);
            contact.surface.soft_cfm = 1 / (seconds * STIFFNESS + DAMPING);
            DJoint joint = OdeHelper.createContactJoint(world, contacts, contact);
            joint.attach(cube, other.getBody());
        }
        return deepest;
    }

    /** Where the cube's middle is. */
    Transform cube() {
        DVector3C p = cube.getPosition();
        DMatrix3C r = cube.getRotation();
        double[] turn = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                turn[3 * i + j] = r.get(i, j);
            }
        }
        return Transform.of(turn, new double[] {p.get0(), p.get1(), p.get2()});
    }

    /** How fast the cube moves, in m/s. */
    double speed() {
        return cube.isEnabled() ? cube.getLinearVel().length() : 0;
    }

    /** Whether the hand touches the cube. */
    boolean touched() {
        return touched;
    }

    /** The gripper's angle below which it cannot close; minus infinity: nothing stops it. */
    double jawStop() {
        return jawStop;
    }

    private static DMatrix3 matrix(Transform t) {
        return new DMatrix3(
                t.turn(0, 0),
                t.turn(0, 1),
                t.turn(0, 2),
                t.turn(1, 0),
                t.turn(1, 1),
                t.turn(1, 2),
                t.turn(2, 0),
                t.turn(2, 1),
                t.turn(2, 2));
    }

    @Override
    public void close() {
        contacts.destroy();
        world.destroy();
    }
}
