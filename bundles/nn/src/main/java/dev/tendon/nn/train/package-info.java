/**
 * Training networks of {@link dev.tendon.nn}: an engine with gradients makes a {@link dev.tendon.nn.train.TrainingProgram} of a network
 * whose outputs are losses.
 *
 * <p>Start at {@link dev.tendon.nn.train.TrainingEngine}, a service.
 *
 * <pre>{@code
 * try (TrainingProgram program = engine.prepare(request)) {
 *     program.bytes("action").asFloatBuffer().put(actions);
 *     program.step(seed);
 *     FloatBuffer weight = program.value("action_head.weight");
 *     FloatBuffer gradient = program.gradient("action_head.weight");
 *     for (int i = 0; i < weight.capacity(); i++) {
 *         weight.put(i, weight.get(i) - rate * gradient.get(i));
 *     }
 * }
 * }</pre>
 *
 * <p>Thread: a program belongs to one thread at a time.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>An engine computes losses and gradients, and nothing else: optimizers work on the parameters' own memory. So their states have
 *       LeRobot's form whatever the engine, and an optimizer is written once.
 *   <li>Randomness inside a network is dropout's alone, and a step's seed decides it, so that a run that resumes goes on as if it had
 *       not stopped. Noise and samples are inputs.
 *   <li>Where no weights are given, a parameter's beginning depends on seed and name alone ({@link dev.tendon.nn.train.InitialWeights}): not on
 *       the engine, and not on what else a network has.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.nn.train;
