/**
 * Policies: what decides.
 *
 * <p>Start at {@link dev.tendon.api.policy.PolicyType}. The host runs a policy in a worker and keeps a queue of its actions; the
 * control loop takes the one that is due and never waits. How those that are planned fit:
 *
 * <ul>
 *   <li><b>ACT</b>: one observation, a chunk of 100; {@code actionSteps} is LeRobot's {@code n_action_steps}; with temporal
 *       ensembling it is 1 and the policy keeps its own weights of past chunks between {@code reset}s.
 *   <li><b>Diffusion</b>: {@code observationSteps} 2, horizon 16, {@code actionSteps} 8.
 *   <li><b>SmolVLA</b>: {@link dev.tendon.api.policy.PolicyContext#task} is the language task; an observation may carry one in a
 *       text slot, which then wins.
 *   <li><b>hold</b>: a chunk of one, the last action sent.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.policy;
