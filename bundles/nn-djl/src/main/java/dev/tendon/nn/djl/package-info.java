/**
 * Trains and runs networks with PyTorch, by way of DJL: operations are carried out as the network asks for them.
 *
 * <p>Start at {@link dev.tendon.nn.djl.DjlEngine}, a service.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>DJL's arrays and its calls into PyTorch are used, its layers, trainers and optimizers are not: networks are those of {@link
 *       dev.tendon.nn}, optimizers work on the parameters' memory.
 *   <li>What DJL has no call for is a line of TorchScript, in an archive that is written here. PyTorch knows its gradient, which it would
 *       not where the operation is put together from others by hand.
 *   <li>A result is freed after its last use, not at the end of a step: a step then needs what a Python program needs. The first run
 *       of a network tells which use is the last.
 *   <li>Each step gets fresh leaves over the parameters' memory. DJL can set a gradient to zero, but not drop it, so that PyTorch would
 *       add to it: a pass over all gradients more.
 *   <li>Constants lie in memory of PyTorch's own, never in Java's: what PyTorch keeps for a gradient would not keep a Java buffer.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.nn.djl;
