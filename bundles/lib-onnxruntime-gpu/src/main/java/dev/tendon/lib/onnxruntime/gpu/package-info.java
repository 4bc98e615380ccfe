/** ONNX Runtime's native libraries with CUDA, offered in place of those without. Start at {@link dev.tendon.lib.onnxruntime.gpu.CudaLibraries}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.lib.onnxruntime.gpu;
