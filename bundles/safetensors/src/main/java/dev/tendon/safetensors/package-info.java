/**
 * Files of named tensors: the safetensors format, read in place and written.
 *
 * <p>Start at {@link dev.tendon.safetensors.SafeTensors} to read and {@link dev.tendon.safetensors.SafeTensorsWriter} to write.
 *
 * <pre>{@code
 * SafeTensors file = SafeTensors.open(Path.of("pretrained_model/model.safetensors"));
 * float[] bias = file.tensor("model.action_head.bias").floats();
 * }</pre>
 *
 * <p>Thread: any. Everything that is handed out is immutable.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A file comes from outside: its header is checked whole (sizes, gaps, overlaps, names twice) before a tensor is
 *       handed out, as the format's reference reader does, and takes no more memory than the file's own length warrants.
 *   <li>Tensors are views of the mapped file, one mapping a tensor that is asked for: a model of several gigabytes costs no heap, a
 *       tensor that nobody asks for costs nothing. The JVM unmaps a view when it is garbage; Java 17 has no other way. A file that
 *       somebody shortens while it is mapped makes reads fail with an {@link java.lang.InternalError}: so writers, ours as well,
 *       write aside and rename.
 *   <li>The writer orders tensors as the reference writer does (descending dtype, then name), so that a file of LeRobot's that is
 *       read and written again is the same byte for byte. With more than one metadata entry the reference writer's order is a
 *       hash map's; ours is that of the map given, which is the file's where it was read from one.
 *   <li>A tensor of 2 GiB or more is refused: no buffer of Java's can show it. None of LeRobot's models has one.
 * </ul>
 *
 * <p>The format's facts are from huggingface/safetensors 0.8, {@code safetensors/src/tensor.rs}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.safetensors;
