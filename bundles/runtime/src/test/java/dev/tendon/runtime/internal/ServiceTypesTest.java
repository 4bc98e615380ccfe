/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** The service registry of a real framework. */
class ServiceTypesTest {
    @TempDir
    Path cache;

    private final List<TypeHandle> gone = new ArrayList<>();
    private Framework framework;
    private ServiceTypes types;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        "felix.log.level",
                        "0",
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "dev.tendon.api.robot;version=0.1.0"));
        framework.start();
        types = new ServiceTypes(framework.getBundleContext(), gone::add);
        types.open();
    }

    @AfterEach
    void stop() throws Exception {
        types.close();
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void findsChoicesByNameAndAliasAndTellsWhenTheyVanish() {
        assertThat(types.best(Kind.ROBOT, "arm")).isEmpty();
        ServiceRegistration<?> registration = register(new Type(), "arm", "old_arm");
        TypeHandle handle = types.best(Kind.ROBOT, "old_arm").orElseThrow();
        assertThat(handle.names()).containsExactly("arm", "old_arm");
        assertThat(types.best(Kind.TELEOPERATOR, "arm")).isEmpty();
        assertThat(types.of(Kind.ROBOT, "arm", handle.bundleId())).contains(handle);
        assertThat(types.of(Kind.ROBOT, "arm", 99)).isEmpty();
        registration.unregister();
        assertThat(gone).containsExactly(handle);
        assertThat(types.all(Kind.ROBOT)).isEmpty();
    }

    @Test
    void wakesAChoiceOnlyWhenItIsUsedAndLetsItGoAfterwards() {
        int[] made = new int[2];
        register(
                new ServiceFactory<Type>() {
                    @Override
                    public Type getService(Bundle bundle, ServiceRegistration<Type> registration) {
                        made[0]++;
                        return new Type();
                    }

                    @Override
                    public void ungetService(Bundle bundle, ServiceRegistration<Type> registration, Type service) {
                        made[1]++;
                    }
                },
                "arm");
        TypeHandle handle = types.best(Kind.ROBOT, "arm").orElseThrow();
        assertThat(made).containsExactly(0, 0);
        handle.acquire();
        handle.acquire();
        handle.release();
        assertThat(made).containsExactly(1, 0);
        handle.release();
        assertThat(made).containsExactly(1, 1);
    }

    private ServiceRegistration<?> register(Object service, String... names) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("tendon.choice", names));
        return framework
                .getBundleContext()
                .registerService(new String[] {RobotType.class.getName()}, service, properties);
    }

    static final class Type implements RobotType<FakeTypes.NoOptions> {
        @Override
        public Robot create(FakeTypes.NoOptions config, DeviceContext context) {
            throw new IllegalStateException("not made here");
        }

        @Override
        public Class<FakeTypes.NoOptions> configType() {
            return FakeTypes.NoOptions.class;
        }
    }
}
