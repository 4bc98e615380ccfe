/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Signals that press keys, for a recording without a terminal: SIGUSR1 is → and SIGURG is ←. SIGUSR2 is the JVM's own on Linux. By
 * reflection, as in the launcher: {@code sun.misc.Signal} is the one API that tells signals, and no package of the framework's. Thread: any.
 */
final class KeySignals implements AutoCloseable {
    private static final Map<String, String> KEYS = Map.of("USR1", "right", "URG", "left");

    private final Map<Object, Object> former = new LinkedHashMap<>();
    private final @Nullable Class<?> signalType;
    private final @Nullable Class<?> handlerType;

    KeySignals(Consumer<String> pressed) {
        signalType = find("sun.misc.Signal");
        handlerType = find("sun.misc.SignalHandler");
        KEYS.forEach((signal, key) -> take(signal, () -> pressed.accept(key)));
    }

    private static @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            return null; // a Java without signals: keys come from stdin only
        }
    }

    private void take(String name, Runnable action) {
        Class<?> handler = handlerType;
        if (signalType == null || handler == null) {
            return;
        }
        InvocationHandler receiver = (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                action.run();
                yield null;
            }
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> "tendon record's handler of SIG" + name;
        };
        try {
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            Object mine = Proxy.newProxyInstance(KeySignals.class.getClassLoader(), new Class<?>[] {handler}, receiver);
            former.put(signal, handle(signal, mine));
        } catch (InvocationTargetException e) {
            // this system has no such signal, or the JVM was told to leave it alone (-Xrs)
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object handle(Object signal, Object receiver) throws ReflectiveOperationException {
        Class<?> type = signalType;
        Class<?> handler = handlerType;
        if (type == null || handler == null) {
            throw new IllegalStateException("No signals");
        }
        return type.getMethod("handle", type, handler).invoke(null, signal, receiver);
    }

    @Override
    public void close() {
        former.forEach((signal, handler) -> {
            try {
                handle(signal, handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        former.clear();
    }
}
