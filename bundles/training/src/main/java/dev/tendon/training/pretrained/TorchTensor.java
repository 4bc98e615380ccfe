/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import dev.tendon.safetensors.ElementType;
import dev.tendon.training.pretrained.Unpickler.Tuple;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a tensor's numbers lie.
 *
 * @param storage which
 * @param offset of its first number there, in numbers
 * @param shape its axes
 */
record TorchTensor(Storage storage, long offset, List<Long> shape) {
    /** Numbers side by side, that tensors are views of. */
    record Storage(ElementType type, String key, long elements) {}

    /** PyTorch's storages by their names. */
    static final Map<String, ElementType> TYPES = Map.of(
            "torch.FloatStorage", ElementType.F32,
            "torch.DoubleStorage", ElementType.F64,
            "torch.HalfStorage", ElementType.F16,
            "torch.BFloat16Storage", ElementType.BF16,
            "torch.LongStorage", ElementType.I64,
            "torch.IntStorage", ElementType.I32,
            "torch.ShortStorage", ElementType.I16,
            "torch.CharStorage", ElementType.I8,
            "torch.ByteStorage", ElementType.U8,
            "torch.BoolStorage", ElementType.BOOL);

    /** What {@code ("storage", type, key, device, elements)} stands for. */
    static Storage storage(Tuple id) {
        List<@Nullable Object> items = id.items();
        if (items.size() < 5
                || !"storage".equals(items.get(0))
                || !(items.get(1) instanceof Unpickler.Global type)
                || !TYPES.containsKey(type.name())
                || !(items.get(2) instanceof String key)
                || !(items.get(4) instanceof Long elements)
                || elements < 0
                || (items.size() > 5 && items.get(5) != null)) {
            throw new IllegalArgumentException("it has a storage that is described in another way");
        }
        return new Storage(TYPES.get(type.name()), key, elements);
    }

    /** What {@code _rebuild_tensor_v2(storage, offset, shape, strides, …)} gives. */
    static TorchTensor rebuilt(Tuple arguments) {
        List<@Nullable Object> items = arguments.items();
        if (items.size() < 4
                || !(items.get(0) instanceof Storage storage)
                || !(items.get(1) instanceof Long offset)
                || !(items.get(2) instanceof Tuple shape)
                || !(items.get(3) instanceof Tuple strides)) {
            throw new IllegalArgumentException("it has a tensor that is described in another way");
        }
        List<Long> axes = whole(shape);
        long elements = 1;
        for (long axis : axes) {
            if (axis < 0 || (axis > 0 && elements > Integer.MAX_VALUE / axis)) {
                throw new IllegalArgumentException("it has a tensor of the shape " + axes);
            }
            elements *= axis;
        }
        if (!sideBySide(axes, whole(strides)) || offset < 0 || offset > storage.elements() - elements) {
            throw new IllegalArgumentException(
                    "it has a tensor whose numbers do not lie side by side in their storage");
        }
        return new TorchTensor(storage, offset, axes);
    }

    private static List<Long> whole(Tuple tuple) {
        return tuple.items().stream().map(Long.class::cast).toList();
    }

    private static boolean sideBySide(List<Long> shape, List<Long> strides) {
        long step = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            if (axis >= strides.size() || (shape.get(axis) > 1 && strides.get(axis) != step)) {
                return false;
            }
            step *= Math.max(1, shape.get(axis));
        }
        return strides.size() == shape.size();
    }

    int elements() {
        return (int) shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    }
}
