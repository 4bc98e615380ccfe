/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The longest pause that garbage collection made while this was open, as the JVM reports it. Concurrent collectors report whole cycles,
 * in which the program goes on, under beans of their own: these are left out.
 */
final class GcPauses implements AutoCloseable {
    private final AtomicLong longestMs = new AtomicLong();
    private final NotificationListener listener = this::heard;
    private final List<NotificationEmitter> heardFrom = new ArrayList<>();

    GcPauses() {
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (!bean.getName().toLowerCase(Locale.ROOT).contains("cycles")
                    && bean instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                heardFrom.add(emitter);
            }
        }
    }

    /** The longest pause so far, in milliseconds; the JVM gives whole ones. */
    long longestMs() {
        return longestMs.get();
    }

    private void heard(Notification notification, Object handback) {
        if (notification.getUserData() instanceof CompositeData data
                && GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notification.getType())) {
            longestMs.accumulateAndGet(
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration(), Math::max);
        }
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : heardFrom) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
