/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What shape an operation's result has, and which shapes it takes: the same for every engine. */
final class ShapeRules {
    private ShapeRules() {}

    static Shape constant(int values, long[] axes) {
        Shape shape = Shape.of(axes);
        if (shape.elements() != values) {
            throw new NetworkException("constant: " + values + " values are not those of " + shape);
        }
        return shape;
    }

    static void kind(String operation, ElementKind wanted, Tensor... tensors) {
        for (Tensor tensor : tensors) {
            if (tensor.kind() != wanted) {
                throw new NetworkException(
                        operation + ": " + tensor.label() + " is " + tensor.kind() + ", not " + wanted);
            }
        }
    }

    static void sameKind(String operation, Tensor a, Tensor b) {
        if (a.kind() != b.kind()) {
            throw new NetworkException(
                    operation + ": " + a.label() + " is " + a.kind() + " and " + b.label() + " is " + b.kind());
        }
    }

    static Shape broadcast(String operation, Tensor a, Tensor b) {
        sameKind(operation, a, b);
        return broadcast(operation, a.shape(), b.shape(), a, b);
    }

    static Shape broadcast(String operation, Shape a, Shape b, Tensor x, Tensor y) {
        long[] axes = new long[Math.max(a.rank(), b.rank())];
        for (int i = 1; i <= axes.length; i++) {
            long left = i <= a.rank() ? a.axis(-i) : 1;
            long right = i <= b.rank() ? b.axis(-i) : 1;
            if (left != right && left != 1 && right != 1) {
                throw unfit(operation, x, y);
            }
            axes[axes.length - i] = left == 1 ? right : left;
        }
        return Shape.of(axes);
    }

    static Shape matmul(Tensor a, Tensor b) {
        kind("matmul", ElementKind.FLOAT32, a, b);
        if (a.shape().rank() < 2
                || b.shape().rank() < 2
                || a.shape().axis(-1) != b.shape().axis(-2)) {
            throw unfit("matmul", a, b);
        }
        long[] left = Arrays.copyOf(a.shape().toArray(), a.shape().rank() - 2);
        long[] right = Arrays.copyOf(b.shape().toArray(), b.shape().rank() - 2);
        Shape batch = broadcast("matmul", Shape.of(left), Shape.of(right), a, b);
        long[] axes = Arrays.copyOf(batch.toArray(), batch.rank() + 2);
        axes[axes.length - 2] = a.shape().axis(-2);
        axes[axes.length - 1] = b.shape().axis(-1);
        return Shape.of(axes);
    }

    static Shape linear(Tensor x, Tensor weight, @Nullable Tensor bias) {
        kind("linear", ElementKind.FLOAT32, x, weight);
        if (x.shape().rank() < 1
                || weight.shape().rank() != 2
                || x.shape().axis(-1) != weight.shape().axis(1)) {
            throw unfit("linear", x, weight);
        }
        bias("linear", weight.shape().axis(0), weight, bias);
        return x.shape().with(-1, weight.shape().axis(0));
    }

    static Shape conv(Tensor x, Tensor weight, @Nullable Tensor bias, ConvSettings settings) {
        spatial("conv", x, weight);
        long channels = weight.shape().axis(1) * settings.groups();
        if (x.shape().axis(1) != channels || weight.shape().axis(0) % settings.groups() != 0) {
            throw unfit("conv", x, weight);
        }
        bias("conv", weight.shape().axis(0), weight, bias);
        Shape result = x.shape().with(1, weight.shape().axis(0));
        for (int axis = 2; axis < result.rank(); axis++) {
            long places = settings.places(x.shape().axis(axis), weight.shape().axis(axis));
            if (places < 1) {
                throw unfit("conv", x, weight);
            }
            result = result.with(axis, places);
        }
        return result;
    }

    static Shape convTranspose(Tensor x, Tensor weight, @Nullable Tensor bias, ConvSettings settings) {
        spatial("convTranspose", x, weight);
        if (x.shape().axis(1) != weight.shape().axis(0) || x.shape().axis(1) % settings.groups() != 0) {
            throw unfit("convTranspose", x, weight);
        }
        long out = weight.shape().axis(1) * settings.groups();
        bias("convTranspose", out, weight, bias);
        Shape result = x.shape().with(1, out);
        for (int axis = 2; axis < result.rank(); axis++) {
            long size = settings.spread(x.shape().axis(axis), weight.shape().axis(axis));
            if (size < 1) {
                throw unfit("convTranspose", x, weight);
            }
            result = result.with(axis, size);
        }
        return result;
    }

    static Shape maxPool(Tensor x, int kernel, ConvSettings settings) {
        kind("maxPool", ElementKind.FLOAT32, x);
        if (x.shape().rank() != 4 || settings.padding() * 2 > kernel || settings.groups() != 1) {
            throw new NetworkException("maxPool: a window of " + kernel + " with padding " + settings.padding()
                    + " cannot move over " + x.label() + " " + x.shape());
        }
        long height = settings.places(x.shape().axis(2), kernel);
        long width = settings.places(x.shape().axis(3), kernel);
        if (height < 1 || width < 1) {
            throw new NetworkException(
                    "maxPool: a window of " + kernel + " is larger than " + x.label() + " " + x.shape());
        }
        return x.shape().with(2, height).with(3, width);
    }

    static void vectors(String operation, Tensor x, long size, Tensor weight, Tensor bias) {
        kind(operation, ElementKind.FLOAT32, x, weight, bias);
        for (Tensor vector : List.of(weight, bias)) {
            if (!vector.shape().equals(Shape.of(size))) {
                throw unfit(operation, x, vector);
            }
        }
    }

    static void divides(String operation, int groups, long channels, Tensor x) {
        if (groups < 1 || channels % groups != 0) {
            throw new NetworkException(operation + ": the " + channels + " channels of " + x.label()
                    + " do not fall into " + groups + " groups");
        }
    }

    static Shape reshape(Tensor x, long[] axes) {
        long[] wanted = axes.clone();
        int open = -1;
        long known = 1;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] == -1 && open < 0) {
                open = i;
            } else if (wanted[i] < 0) {
                throw new NetworkException("reshape: " + Arrays.toString(axes) + " is no shape for " + x.label());
            } else {
                known *= wanted[i];
            }
        }
        long elements = x.shape().elements();
        if (open >= 0 && known > 0) {
            wanted[open] = elements / known;
            known *= wanted[open];
        }
        if (known != elements) {
            throw new NetworkException(
                    "reshape: " + x.label() + " " + x.shape() + " has not the elements of " + Arrays.toString(axes));
        }
        return Shape.of(wanted);
    }

    static Shape permute(Tensor x, int[] order) {
        boolean[] seen = new boolean[x.shape().rank()];
        long[] axes = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            if (order.length != seen.length || order[i] < 0 || order[i] >= seen.length || seen[order[i]]) {
                throw new NetworkException("permute: " + Arrays.toString(order) + " is no order of the axes of "
                        + x.label() + " " + x.shape());
            }
            seen[order[i]] = true;
            axes[i] = x.shape().axis(order[i]);
        }
        return Shape.of(axes);
    }

    static Shape expand(Tensor x, long[] axes) {
        Shape wanted = Shape.of(axes);
        for (int i = 1; i <= x.shape().rank(); i++) {
            if (i > wanted.rank() || (x.shape().axis(-i) != 1 && x.shape().axis(-i) != wanted.axis(-i))) {
                throw new NetworkException(
                        "expand: " + x.label() + " " + x.shape() + " cannot be repeated to " + wanted);
            }
        }
        return wanted;
    }

    static Shape concat(List<? extends Tensor> parts, int axis) {
        if (parts.isEmpty()) {
            throw new NetworkException("concat: there is nothing to put together");
        }
        Shape shape = parts.get(0).shape();
        long length = 0;
        for (Tensor part : parts) {
            sameKind("concat", parts.get(0), part);
            if (part.shape().rank() != shape.rank()
                    || !part.shape().with(axis, 0).equals(shape.with(axis, 0))) {
                throw unfit("concat", parts.get(0), part);
            }
            length += part.shape().axis(axis);
        }
        return shape.with(axis, length);
    }

    static Shape slice(Tensor x, int axis, long from, long to) {
        if (from < 0 || from > to || to > x.shape().axis(axis)) {
            throw new NetworkException("slice: " + from + " to " + to + " is not inside axis " + axis + " of "
                    + x.label() + " " + x.shape());
        }
        return x.shape().with(axis, to - from);
    }

    static Shape gather(Tensor x, int axis, Tensor indices) {
        kind("gather", ElementKind.INT64, indices);
        int at = x.shape().index(axis);
        long[] axes = x.shape().toArray();
        long[] result = new long[axes.length - 1 + indices.shape().rank()];
        System.arraycopy(axes, 0, result, 0, at);
        System.arraycopy(
                indices.shape().toArray(), 0, result, at, indices.shape().rank());
        System.arraycopy(axes, at + 1, result, at + indices.shape().rank(), axes.length - at - 1);
        return Shape.of(result);
    }

    static Shape reduce(Tensor x, int[] axes) {
        Shape shape = x.shape();
        for (int axis : axes) {
            shape = shape.with(axis, 1);
        }
        return shape;
    }

    private static void spatial(String operation, Tensor x, Tensor weight) {
        kind(operation, ElementKind.FLOAT32, x, weight);
        int rank = x.shape().rank();
        if (rank < 3 || rank > 4 || weight.shape().rank() != rank) {
            throw unfit(operation, x, weight);
        }
    }

    private static void bias(String operation, long size, Tensor weight, @Nullable Tensor bias) {
        if (bias != null && (bias.kind() != ElementKind.FLOAT32 || !bias.shape().equals(Shape.of(size)))) {
            throw unfit(operation, weight, bias);
        }
    }

    private static NetworkException unfit(String operation, Tensor... tensors) {
        return new NetworkException(operation + ": "
                + Stream.of(tensors)
                        .map(tensor -> tensor.label() + " " + tensor.shape())
                        .collect(Collectors.joining(" does not fit ")));
    }
}
