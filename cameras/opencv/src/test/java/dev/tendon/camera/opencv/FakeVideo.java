/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Video devices that answer the kernel's calls. */
final class FakeVideo implements VideoCalls {
    private static final int EINVAL = -22;
    private static final int EBUSY = -16;

    /** A device: each size of each format has these rates, as {fastest, slowest}. */
    static final class Device {
        final String card;
        final List<String> formats = new ArrayList<>();
        /** {@code {width, height}}, or {@code {minWidth, maxWidth, step, minHeight, maxHeight, step}}. */
        final List<int[]> sizes = new ArrayList<>();

        final List<int[]> rates = new ArrayList<>();
        int capabilities = 0x1;
        int refuses;
        boolean streams;
        int currentRate = 30;

        Device(String card) {
            this.card = card;
        }
    }

    final Map<String, Device> devices = new HashMap<>();
    int open;

    Device add(String path, String card) {
        Device device = new Device(card);
        devices.put(path, device);
        return device;
    }

    private final List<Device> handles = new ArrayList<>();

    @Override
    public int open(String path) {
        Device device = devices.get(path);
        if (device == null) {
            return -2;
        }
        if (device.refuses != 0) {
            return -device.refuses;
        }
        open++;
        handles.add(device);
        return handles.size() - 1;
    }

    @Override
    public void close(int handle) {
        open--;
    }

    @Override
    public int ioctl(int handle, int request, byte[] argument) {
        Device device = handles.get(handle);
        ByteBuffer bytes = ByteBuffer.wrap(argument).order(ByteOrder.nativeOrder());
        int index = bytes.getInt(0);
        switch (request) {
            case V4l2.QUERYCAP -> {
                bytes.put(16, device.card.getBytes(StandardCharsets.UTF_8));
                bytes.putInt(84, 0x80000000 | 0x1); // the whole camera takes pictures; this node may not
                bytes.putInt(88, device.capabilities);
                return 0;
            }
            case V4l2.ENUM_FMT -> {
                if (index >= device.formats.size()) {
                    return EINVAL;
                }
                bytes.putInt(44, code(device.formats.get(index)));
                return 0;
            }
            case V4l2.ENUM_FRAMESIZES -> {
                return index < device.sizes.size() ? ranged(bytes, 8, device.sizes.get(index), 2) : EINVAL;
            }
            case V4l2.ENUM_FRAMEINTERVALS -> {
                if (index >= device.rates.size()) {
                    return EINVAL;
                }
                int[] rate = device.rates.get(index);
                return ranged(
                        bytes,
                        16,
                        rate.length == 1 ? new int[] {1, rate[0]} : new int[] {1, rate[0], 1, rate[1], 1, 1},
                        2);
            }
            case V4l2.G_FMT -> {
                bytes.putInt(8, 640).putInt(12, 480).putInt(16, code("YUYV"));
                return 0;
            }
            case V4l2.G_PARM -> {
                bytes.putInt(12, 1).putInt(16, device.currentRate);
                return 0;
            }
            case V4l2.REQBUFS -> {
                return device.streams ? EBUSY : 0;
            }
            default -> throw new AssertionError(Integer.toHexString(request));
        }
    }

    private static int ranged(ByteBuffer bytes, int at, int[] values, int one) {
        bytes.putInt(at, values.length == one ? 1 : 3);
        for (int i = 0; i < values.length; i++) {
            bytes.putInt(at + 4 + 4 * i, values[i]);
        }
        return 0;
    }

    private static int code(String fourcc) {
        return fourcc.charAt(0) | fourcc.charAt(1) << 8 | fourcc.charAt(2) << 16 | fourcc.charAt(3) << 24;
    }
}
