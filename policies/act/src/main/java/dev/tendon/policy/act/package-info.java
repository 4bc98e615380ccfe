/**
 * ACT, action chunking with transformers (Zhao et al. 2023, arXiv 2304.13705), as LeRobot has it.
 *
 * <p>Start at {@link dev.tendon.policy.act.ActModel}, the network, which both {@link dev.tendon.policy.act.ActInference} and {@link
 * dev.tendon.policy.act.ActLoss} are made of; {@link dev.tendon.policy.act.ActTraining} says how it is trained.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.policy.act;
