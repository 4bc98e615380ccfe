/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import org.dyn4j.dynamics.Body;
import org.dyn4j.dynamics.BodyFixture;
import org.dyn4j.dynamics.ContinuousDetectionMode;
import org.dyn4j.dynamics.Settings;
import org.dyn4j.geometry.Circle;
import org.dyn4j.geometry.Convex;
import org.dyn4j.geometry.Geometry;
import org.dyn4j.geometry.Mass;
import org.dyn4j.geometry.MassType;
import org.dyn4j.geometry.Transform;
import org.dyn4j.geometry.Vector2;
import org.dyn4j.world.World;

/**
 * The physics of gym-pusht (5e2489b, {@code envs/pusht.py}) on dyn4j instead of Chipmunk: a round agent that goes where a controller
 * drives it, a T without momentum that it pushes without friction, four walls. Pixels and seconds. Thread: one call at a time.
 *
 * <p>Chipmunk moves bodies by the speeds of the step before, then looks for contacts, then finds new speeds; dyn4j the other way round.
 * So the way that dyn4j would move the T is kept for the next step, in which it happens first. Contacts that overlap are pushed apart
 * at Chipmunk's rate and down to its tolerance.
 */
final class Board {
    static final double AGENT_RADIUS = 15;
    /** Length of a step. */
    static final double STEP_S = 0.01;

    private static final double KP = 100;
    private static final double KV = 20;
    private static final double MASS = 1;
    /** Both boxes are reckoned as the first one about the T's origin, as gym-pusht does. */
    private static final double INERTIA = 3000;
    /** Chipmunk's collision_slop and collision_bias: (1 - 0.1)^60 of an overlap is left after a second. */
    private static final double SLOP = 0.1;

    private static final double BIAS = 1 - Math.pow(0.9, 60 * STEP_S);
    private static final int ITERATIONS = 10;
    private static final double FARTHEST = 1000;
    private static final double WALL_LOW = 5;
    private static final double WALL_HIGH = 506;
    private static final double WALL = 4;

    private final World<Body> world = new World<>();
    private final Body agent = new Body();
    private final Body tee = new Body();
    private double velocityX;
    private double velocityY;
    private Pose pose;
    private Pose next;

    Board(double agentX, double agentY, Pose start) {
        Settings settings = world.getSettings();
        settings.setLinearTolerance(SLOP);
        settings.setBaumgarte(BIAS);
        settings.setVelocityConstraintSolverIterations(ITERATIONS);
        settings.setPositionConstraintSolverIterations(1);
        settings.setMaximumLinearCorrection(FARTHEST);
        settings.setMaximumTranslation(FARTHEST);
        settings.setAtRestDetectionEnabled(false);
        settings.setContinuousDetectionMode(ContinuousDetectionMode.NONE);
        world.setGravity(0, 0);
        slippery(agent, new Circle(AGENT_RADIUS));
        agent.setMass(MassType.INFINITE);
        agent.translate(agentX, agentY);
        for (double[][] box : Tee.BOXES) {
            Vector2[] corners = new Vector2[box.length];
            for (int i = 0; i < corners.length; i++) {
                corners[i] = new Vector2(box[i][0], box[i][1]);
            }
            slippery(tee, Geometry.createPolygon(corners));
        }
        tee.setMass(new Mass(new Vector2(0, Tee.CENTRE_Y), MASS, INERTIA));
        pose = start;
        next = start;
        place(start);
        world.addBody(agent);
        world.addBody(tee);
        double middle = (WALL_LOW + WALL_HIGH) / 2;
        double length = WALL_HIGH - WALL_LOW + WALL;
        wall(WALL_LOW, middle, WALL, length);
        wall(WALL_HIGH, middle, WALL, length);
        wall(middle, WALL_LOW, length, WALL);
        wall(middle, WALL_HIGH, length, WALL);
    }

    private void wall(double x, double y, double width, double height) {
        Body wall = new Body();
        slippery(wall, Geometry.createRectangle(width, height));
        wall.setMass(MassType.INFINITE);
        wall.translate(x, y);
        world.addBody(wall);
    }

    /** pymunk's shapes have no friction and no bounce unless they are given some; gym-pusht gives it to the bodies, which have none. */
    private static void slippery(Body body, Convex shape) {
        BodyFixture fixture = body.addFixture(shape);
        fixture.setFriction(0);
        fixture.setRestitution(0);
    }

    private void place(Pose at) {
        Transform transform = new Transform();
        transform.setRotation(at.angle());
        transform.setTranslation(at.x(), at.y());
        tee.setTransform(transform);
    }

    /** One step, in which the agent is drawn to a point. */
    void step(double towardsX, double towardsY) {
        Transform at = agent.getTransform();
        velocityX += (KP * (towardsX - at.getTranslationX()) - KV * velocityX) * STEP_S;
        velocityY += (KP * (towardsY - at.getTranslationY()) - KV * velocityY) * STEP_S;
        double agentX = at.getTranslationX() + velocityX * STEP_S;
        double agentY = at.getTranslationY() + velocityY * STEP_S;
        place(agentX, agentY);
        pose = next;
        place(pose);
        agent.setLinearVelocity(velocityX, velocityY);
        tee.setLinearVelocity(0, 0); // damping 0: no momentum is left
        tee.setAngularVelocity(0);
        world.setUpdateRequired(true);
        world.step(1, STEP_S);
        Transform moved = tee.getTransform();
        double turned = moved.getRotationAngle() - pose.angle();
        next = new Pose(
                moved.getTranslationX(),
                moved.getTranslationY(),
                pose.angle() + Math.IEEEremainder(turned, 2 * Math.PI));
        place(agentX, agentY);
        place(pose);
    }

    private void place(double agentX, double agentY) {
        Transform transform = new Transform();
        transform.setTranslation(agentX, agentY);
        agent.setTransform(transform);
    }

    double agentX() {
        return agent.getTransform().getTranslationX();
    }

    double agentY() {
        return agent.getTransform().getTranslationY();
    }

    /** Where the T is. */
    Pose tee() {
        return pose;
    }
}
