/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal.verb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;

/**
 * Makes the JDK forget the last record that was compared: the method handles in {@code java.lang.runtime.ObjectMethods} remember the
 * type that they were adapted to last (JDK 17 to 21), and with it the class loader of a bundle that is gone. A new record class takes that place.
 */
final class ForgottenRecords {
    private ForgottenRecords() {}

    /** Has a class of its own. */
    private static final class Fresh extends ClassLoader {
        Fresh(ClassLoader parent) {
            super(parent);
        }

        Class<?> define(byte[] bytes) {
            return defineClass(Other.class.getName(), bytes, 0, bytes.length);
        }
    }

    /** Stands for nothing. */
    record Other(Object any) {}

    static void forget() {
        try (InputStream in = Other.class.getResourceAsStream("ForgottenRecords$Other.class")) {
            if (in == null) {
                throw new IllegalStateException("no class file of " + Other.class);
            }
            byte[] bytes = in.readAllBytes();
            Class<?> fresh = new Fresh(ForgottenRecords.class.getClassLoader()).define(bytes);
            Constructor<?> constructor = fresh.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object record = constructor.newInstance("");
            Object same = constructor.newInstance("");
            if (!record.equals(same) || record.hashCode() != same.hashCode()) {
                throw new IllegalStateException(record + " differs from " + same);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
