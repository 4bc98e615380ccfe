/**
 * LeRobot's checkpoints: a folder with a policy's weights and what is done to its inputs and outputs.
 *
 * <p>Start at {@link dev.tendon.checkpoint.Checkpoint}. The options in {@code config.json} are the policy's own; the command line
 * reads them ({@code --policy.path}).
 *
 * <pre>{@code
 * Checkpoint checkpoint = Checkpoint.open(folder);
 * Network whole = checkpoint.around(network, normalizationMapping, features);
 * engine.prepare(new ProgramRequest("act", whole, checkpoint.weights(), inputs, "cpu", 0, cache));
 * }</pre>
 *
 * <p>To write one: {@link dev.tendon.checkpoint.CheckpointFile}, byte for byte as LeRobot does.
 *
 * <p>Thread: any; everything is immutable.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Normalization becomes part of the network ({@link dev.tendon.checkpoint.NormalizedNetwork}): one path for running and for
 *       exporting, and an engine folds it into the first layer.
 *   <li>Both of LeRobot's forms: since late 2025 the steps stand in {@code policy_preprocessor.json} and {@code
 *       policy_postprocessor.json}, with their statistics in files beside; before, the statistics were among the weights ({@code
 *       normalize_inputs.buffer_…}). Which one it is, the files tell.
 *   <li>In training the numbers are normalised before the network sees them ({@link dev.tendon.checkpoint.Normalization#normalize}, {@link
 *       dev.tendon.checkpoint.Normalization#levels}): by the threads that read ahead, where it costs nothing.
 *   <li>A policy says how it is trained ({@link dev.tendon.checkpoint.TrainablePolicy}), and knows neither engine nor loop. Sketched with it:
 *       Diffusion draws noise and whole numbers of time steps ({@link dev.tendon.checkpoint.DrawnInput}), wants two frames of every observation
 *       ({@link dev.tendon.checkpoint.TrainingSteps}) and leaves seven frames at an episode's end; SmolVLA freezes its language model ({@link
 *       dev.tendon.checkpoint.TrainingWeights}), draws times of a beta distribution, and has processor steps of its own ({@link
 *       dev.tendon.checkpoint.ProcessorSteps}). Its tokens would be an input more, beside those that are drawn.
 *   <li>A step that is not known is refused by name: a policy that is fed other numbers than in training moves a robot wrongly.
 * </ul>
 *
 * <p>Facts: huggingface/lerobot 7427f3180, {@code processor/}, and b0923ab74, {@code policies/normalize.py}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.checkpoint;
