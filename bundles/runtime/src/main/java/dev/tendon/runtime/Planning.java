/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

/**
 * How a policy planned in a session, and how its chunks of actions fitted together. Steps are the largest change of any value from one
 * action carried out to the next, in the robot's units.
 *
 * @param plans plans made, the warm-up not counted
 * @param p50Ms median duration of a plan, in milliseconds of real time; 0 where there was none
 * @param p95Ms 95th percentile
 * @param maxMs the longest
 * @param lead how many actions were left, on average, when the next chunk was asked for; 0 before the second
 * @param fewestLeft the fewest that were left when it came; 0 where it came late, or was not needed yet
 * @param seams times that actions of another chunk followed
 * @param seamMean mean step there
 * @param seamMax the largest
 * @param stepMean mean step within a chunk
 * @param stepMax the largest
 */
public record Planning(
        long plans,
        double p50Ms,
        double p95Ms,
        double maxMs,
        double lead,
        long fewestLeft,
        long seams,
        double seamMean,
        double seamMax,
        double stepMean,
        double stepMax) {}
