/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * An SO-101 at a table, with a cube to be put on a disc: behind the wire as scene {@code cube} ({@code sim:?scene=cube}), and by itself as
 * environment {@code so101}. Start at {@link dev.tendon.env.so101.CubeScene}.
 *
 * <p>{@link dev.tendon.env.so101.ArmModel} knows where the links are, {@link dev.tendon.env.so101.CubeWorld} what the hand does to the
 * cube, {@link dev.tendon.env.so101.Sight} what it looks like, {@link dev.tendon.env.so101.Demonstrator} how it is done.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>One scene for both ways: the environment opens the robot's own driver on a simulated arm in that scene, on a clock of its own.
 *       What is recorded by {@code tendon record} and what is evaluated by {@code tendon eval} are the same servos, packets and pixels.
 *   <li>An episode gets a new arm, which goes to where demonstrations begin before the first observation: a servo that comes to rest a
 *       step beside would make the same seed another episode.
 *   <li>Physics by ODE (ode4j), in three dimensions: a cube that is held by friction between two fingers, slips, topples and drops needs
 *       a third one. Exact steps ({@code dWorldStep}) with a handful of contacts; its quick steps draw from one sequence of chance
 *       for the whole process, so that no run would be the next one's like.
 *   <li>The hand goes where the servos turn it, whatever is in the way. Two things push back: what is between the fingers stops the
 *       gripper, as on a real arm, where the driver reads it; and contacts are soft enough that a cube pressed onto the table stays.
 *       The table and the arm's own links stop nobody.
 *   <li>Pictures by our own rasteriser of boxes: no AWT in a headless host, the same bytes on every JDK, and thousands a second. Small
 *       pictures are drawn twice as large and averaged, because an edge between two pixels is most of what they say about a place.
 *   <li>The cube lies on the right, the disc on the left, each anywhere on a part of a ring: the nearest of fifty demonstrations is too
 *       far off to be repeated (a grasp forgives 15 mm either way), and a policy must look at both.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.env.so101;
