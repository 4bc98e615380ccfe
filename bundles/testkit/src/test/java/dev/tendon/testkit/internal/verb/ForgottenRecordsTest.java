/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

class ForgottenRecordsTest {
    record Compared(Object any) {}

    private static final class Own extends ClassLoader {
        Class<?> load() throws IOException {
            try (InputStream in = Compared.class.getResourceAsStream("ForgottenRecordsTest$Compared.class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(Compared.class.getName(), bytes, 0, bytes.length);
            }
        }
    }

    private static WeakReference<ClassLoader> compared() throws Exception {
        Class<?> type = new Own().load();
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object one = constructor.newInstance("a");
        assertThat(one.equals(constructor.newInstance("a"))).isTrue();
        assertThat(one.hashCode()).isEqualTo(constructor.newInstance("a").hashCode());
        return new WeakReference<>(type.getClassLoader());
    }

    @Test
    void theClassesOfTheRecordThatWasComparedLastAreFreed() throws Exception {
        WeakReference<ClassLoader> loader = compared();
        ForgottenRecords.forget();
        for (int i = 0; i < 20 && loader.get() != null; i++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
    }
}
