/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Changes of pictures at random, as LeRobot's image transforms: start at {@link dev.tendon.training.image.ImageTransforms}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Formulas are torchvision's for pictures of numbers from 0 to 1, which LeRobot has; only the last step differs: the result is
 *       rounded to the 8 bits that batches keep pictures in.
 *   <li>What is drawn is a function of seed, epoch, item and camera, so that a run that is resumed sees the same pictures. Pictures of
 *       one camera in one window are changed alike, as in LeRobot.
 *   <li>Of LeRobot's own kinds {@code JPEGCompression} is not there: it is libjpeg's, bit for bit, or it is another. Of torchvision's there
 *       are those that LeRobot's defaults use. Others are refused by name.
 * </ul>
 *
 * <p>Facts: huggingface/lerobot 7427f3180, {@code transforms/transforms.py}; torchvision 0.28, {@code transforms/v2}.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.training.image;
