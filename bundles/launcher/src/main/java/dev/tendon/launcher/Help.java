/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code --help} from the bundles' jars, without a framework. */
final class Help {
    private static final String MAIN = "dev.tendon.shell.internal.HelpMain";

    private Help() {}

    /**
     * Lets the shell's help print to stdout.
     *
     * @return the exit code
     */
    static int print(Arguments arguments, List<Path> jars) throws LaunchException, IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), new Shared())) {
            thread.setContextClassLoader(loader);
            return (Integer) loader.loadClass(MAIN)
                    .getMethod("main", String[].class, List.class)
                    .invoke(null, arguments.toArray(), jars);
        } catch (InvocationTargetException e) {
            throw new LaunchException("The help failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LaunchException("This distribution has no help: none of its bundles has " + MAIN, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What bundles get from the launcher's class path: the JDK, SLF4J and OSGi's API, as in the framework. */
    private static final class Shared extends ClassLoader {
        Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.") || name.startsWith("org.osgi.")) {
                return Help.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
