/**
 * The vocabulary that networks are written in, once for all engines.
 *
 * <p>A policy writes its network as a {@link dev.tendon.nn.Network} with {@link dev.tendon.nn.Ops} and {@link dev.tendon.nn.Layers}; an
 * {@link dev.tendon.nn.InferenceEngine}, found in the service registry, makes a {@link dev.tendon.nn.Program} of it.
 *
 * <pre>{@code
 * final class Head implements Network {
 *     public <T extends Tensor> Map<String, T> apply(Ops<T> nn, Parameters<T> parameters, Map<String, T> inputs) {
 *         return Map.of("action", new Layers<>(nn).linear(parameters.in("action_head"), inputs.get("state"), 6));
 *     }
 * }
 * }</pre>
 *
 * <p>Thread: an engine's tensors belong to the thread that builds or runs it.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Shapes are known while a network is built, the batch's as well: a program is made for one set of shapes. A graph with
 *       symbolic axes cannot be checked before it runs, and runs slower.
 *   <li>Shape rules stand once, in front of the engines: {@link dev.tendon.nn.Ops} checks, then asks the engine. A message names the
 *       operation and the parameters, in the checkpoint's names.
 *   <li>Operations are those that ACT, Diffusion's U-Net (1d convolutions, group normalization, mish, FiLM as multiply and add, spatial
 *       soft-argmax as softmax and products with constant grids) and SmolVLA (RMS normalization, rotary embedding as slices and
 *       products, a key-value cache as inputs, outputs and {@code concat}, embedding by {@code gather}, masks by {@code where}) need. What
 *       can be written with them stays out.
 *   <li>Activations are an enum, not a method each: an engine maps them in one place, and cannot forget one.
 *   <li>Numbers are computed in single precision. Weights may be kept in less; who reads a checkpoint widens them.
 *   <li>No randomness: noise and samples are inputs. {@code dropout} is the engine's, seeded anew each training step.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.nn;
