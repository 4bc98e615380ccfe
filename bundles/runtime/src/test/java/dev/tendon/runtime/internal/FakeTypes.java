/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.HasCameras;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service registry of hand-made choices, the highest bundle id first. */
final class FakeTypes implements Types {
    record NoOptions() {}

    record CameraOptions(Map<String, Chosen<CameraType<?>>> cameras) implements HasCameras {}

    /** Binds the two records above. */
    static final Choices CHOICES = new Choices() {
        @Override
        public List<ChoiceInfo> list() {
            return List.of();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <C extends Record> C bind(ChoiceType<C> type, Chosen<?> chosen) {
            return type.configType()
                    .cast(
                            type.configType() == NoOptions.class
                                    ? new NoOptions()
                                    : new CameraOptions((Map<String, Chosen<CameraType<?>>>)
                                            chosen.options().get("cameras")));
        }
    };

    final class Handle implements TypeHandle {
        private final Kind kind;
        private final String name;
        private final long bundleId;
        private final ChoiceType<?> type;
        int uses;

        Handle(Kind kind, String name, long bundleId, ChoiceType<?> type) {
            this.kind = kind;
            this.name = name;
            this.bundleId = bundleId;
            this.type = type;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public long bundleId() {
            return bundleId;
        }

        @Override
        public String bundle() {
            return "bundle " + bundleId;
        }

        @Override
        public synchronized ChoiceType<?> acquire() {
            uses++;
            return type;
        }

        @Override
        public synchronized void release() {
            uses--;
        }
    }

    private final List<Handle> handles = new CopyOnWriteArrayList<>();

    @Override
    public List<TypeHandle> all(Kind kind) {
        return handles.stream()
                .filter(h -> h.kind == kind)
                .sorted(Comparator.comparing(Handle::bundleId).reversed())
                .map(TypeHandle.class::cast)
                .toList();
    }

    void remove(Handle handle) {
        handles.remove(handle);
    }

    void restore(Handle handle) {
        handles.add(handle);
    }

    Handle robot(long bundle, Function<DeviceContext, Robot> make) {
        return add(new Handle(Kind.ROBOT, "arm", bundle, new RobotType<CameraOptions>() {
            @Override
            public Robot create(CameraOptions config, DeviceContext context) {
                return make.apply(context);
            }

            @Override
            public Class<CameraOptions> configType() {
                return CameraOptions.class;
            }
        }));
    }

    Handle teleoperator(long bundle, Function<DeviceContext, Teleoperator> make) {
        return add(new Handle(Kind.TELEOPERATOR, "lead", bundle, new TeleoperatorType<NoOptions>() {
            @Override
            public Teleoperator create(NoOptions config, DeviceContext context) {
                return make.apply(context);
            }

            @Override
            public Class<NoOptions> configType() {
                return NoOptions.class;
            }
        }));
    }

    Handle policy(long bundle, Function<PolicyContext, Policy> make) {
        return add(new Handle(Kind.POLICY, "mind", bundle, new PolicyType<NoOptions>() {
            @Override
            public Policy create(NoOptions config, PolicyContext context) {
                return make.apply(context);
            }

            @Override
            public Class<NoOptions> configType() {
                return NoOptions.class;
            }
        }));
    }

    Handle camera(long bundle, Function<DeviceContext, Camera> make) {
        return add(new Handle(Kind.CAMERA, "eye", bundle, new CameraType<NoOptions>() {
            @Override
            public Camera create(NoOptions config, DeviceContext context) {
                return make.apply(context);
            }

            @Override
            public Class<NoOptions> configType() {
                return NoOptions.class;
            }
        }));
    }

    private Handle add(Handle handle) {
        handles.add(handle);
        return handle;
    }
}
