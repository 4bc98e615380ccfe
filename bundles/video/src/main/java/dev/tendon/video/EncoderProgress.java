/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

/**
 * How far an encoder is, in frames since its first.
 *
 * @param taken frames that were given to it
 * @param written of these, frames whose coded form was handed to the operating system: they survive the death of the process. What
 *     is missing to {@code taken} is inside the encoder. Always 0 in form {@link VideoForm#PLAIN} before the end
 * @param durable of these, frames that were on the disk when {@link VideoEncoder#sync} last returned: they survive a loss of power
 */
public record EncoderProgress(long taken, long written, long durable) {}
