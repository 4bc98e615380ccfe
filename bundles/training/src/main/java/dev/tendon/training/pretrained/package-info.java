/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Weights that others published, as files of PyTorch's or safetensors: start at {@link dev.tendon.training.pretrained.PublishedWeights}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A {@code .pth} file is a program for Python's unpickler, and may do anything there. Here it is carried out by a machine that knows
 *       tensors and dictionaries only; whatever else a file names is refused by that name.
 *   <li>Nothing is downloaded. Where a file is not there, the message tells where it was looked for and what address has it.
 * </ul>
 *
 * <p>Facts: PyTorch 2.13, {@code torch/serialization.py} and {@code torch/_weights_only_unpickler.py}; Python's {@code pickletools};
 * torchvision 0.28, {@code models/resnet.py}.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.training.pretrained;
