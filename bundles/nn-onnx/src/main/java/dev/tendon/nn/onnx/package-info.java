/**
 * Runs networks with ONNX Runtime: records their operations as an ONNX graph in memory, with the weights beside it.
 *
 * <p>Start at {@link dev.tendon.nn.onnx.OnnxEngine}, a service.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The graph is written as protobuf by hand: six kinds of messages do not warrant a library with generated classes. Field numbers are
 *       from onnx/onnx 1.17, {@code onnx/onnx.proto}.
 *   <li>Operator set 17, the oldest with LayerNormalization: what is exported runs on every ONNX Runtime since 1.12. Activations that came
 *       later (Gelu, Mish, GroupNormalization) are spelled out; ONNX Runtime fuses what it knows.
 *   <li>Weights are not copied into the graph: it names them as external data, and ONNX Runtime is given the mapped checkpoint.
 *       Thereby a graph stays small whatever the weights' size (protobuf ends at 2 GiB).
 *   <li>What ONNX Runtime makes of a graph is kept under a hash of everything that it depends on: graph, weights, ONNX Runtime's version,
 *       processor. A kept file that cannot be loaded is made anew. Hashing the weights takes longer than optimising the graph does, so the hash is
 *       written down for weights that tell when they are the same ({@link dev.tendon.nn.WeightSource#identity}: a file's inode and the time of its last
 *       change, which cannot be set); without it the cache would not pay.
 *   <li>Integers of 8 bits: linear layers find their scales in each run (ONNX Runtime fuses that), convolutions cannot, since ONNX Runtime's
 *       kernel with scales found in the run takes more than twice the time of single precision; so theirs are found once, in the first run, from what the robot
 *       observes then. Weights have a scale for each output channel; frozen batch normalization and rectifiers become part of their convolution before it
 *       is rounded. What is rounded is the product of two large things; attention, normalization and small layers stay as they are.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.nn.onnx;
