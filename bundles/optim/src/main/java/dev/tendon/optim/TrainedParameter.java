/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import dev.tendon.nn.Shape;
import java.nio.FloatBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is trained.
 *
 * @param name as the checkpoint has it
 * @param shape its shape
 * @param value its numbers, from position 0, changed in place
 * @param gradient the last step's, from position 0; null where nothing flowed: then the parameter and its state are left alone
 */
public record TrainedParameter(String name, Shape shape, FloatBuffer value, Supplier<@Nullable FloatBuffer> gradient) {}
