/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.frame.NewestImage;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Teleoperators, cameras and policies with one broken promise each. */
class OtherDevicesConformanceTest {
    private static final Features PAN = Features.of(Feature.scalar("pan.pos", "deg"));

    @Describe("Nothing to choose")
    record Nothing() {}

    record Silent(int speed) {}

    private static List<String> failed(dev.tendon.api.choice.ChoiceType<?> type) throws InterruptedException {
        List<String> failed = new ArrayList<>();
        for (Check check :
                Conformance.checks("choice", type, new TryOptions(Optional.of(Map.of()), Optional.empty(), true))) {
            Finding finding = check.run();
            if (!finding.conforms()) {
                failed.add(finding.check());
            }
        }
        return failed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "read", "read-none"})
    void teleoperators(String fault) throws Exception {
        List<String> expected = fault.isEmpty() ? List.of() : List.of("read");
        assertThat(failed(new Stick(fault))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pictures", "gone"})
    void cameras(String fault) throws Exception {
        assertThat(failed(new Eye(fault))).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plan", "constants", "close"})
    void policies(String fault) throws Exception {
        assertThat(failed(new Still(fault))).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
    }

    private record Stick(String fault) implements TeleoperatorType<Nothing> {
        @Override
        public Class<Nothing> configType() {
            return Nothing.class;
        }

        @Override
        public Teleoperator create(Nothing config, DeviceContext context) {
            return new Teleoperator() {
                @Override
                public Features actionFeatures() {
                    return PAN;
                }

                @Override
                public void connect() {
                    // always there
                }

                @Override
                public Input read(FrameWriter out) {
                    if (!fault.equals("read")) {
                        out.value(0, 1);
                    }
                    return fault.equals("read-none") ? Input.NONE : Input.ACTION;
                }

                @Override
                public void close() {
                    // nothing
                }
            };
        }
    }

    /** Delivers a new picture whenever one is asked for. */
    private record Eye(String fault) implements CameraType<Nothing> {
        @Override
        public Class<Nothing> configType() {
            return Nothing.class;
        }

        @Override
        public Camera create(Nothing config, DeviceContext context) {
            return new Camera() {
                private final ImagePool pool = new ImagePool(4, 2, 3, 4);
                private final NewestImage newest = new NewestImage();
                private boolean connected;
                private long sequence;

                @Override
                public Feature feature(String name) {
                    return Feature.image(name, 2, fault.equals("pictures") ? 5 : 4, 3);
                }

                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public Image newest() {
                    if (connected) {
                        Image image = pool.take();
                        if (image != null) {
                            image.stamp(context.clock().nanoTime(), sequence++);
                            newest.publish(image);
                        }
                    }
                    return newest.acquire();
                }

                @Override
                public void close() {
                    connected = false;
                    if (!fault.equals("gone")) {
                        newest.clear();
                    }
                }
            };
        }
    }

    private record Still(String fault) implements PolicyType<Nothing> {
        @Override
        public Class<Nothing> configType() {
            return Nothing.class;
        }

        @Override
        public Policy create(Nothing config, PolicyContext context) {
            return new Policy() {
                private boolean closed;

                @Override
                public int observationSteps() {
                    return 1;
                }

                @Override
                public int chunkSize() {
                    return 1;
                }

                @Override
                public int actionSteps() {
                    return fault.equals("constants") ? 2 : 1;
                }

                @Override
                public void warmUp() {
                    // nothing to load
                }

                @Override
                public void reset() {
                    // nothing to forget
                }

                @Override
                public void plan(Observations seen, ActionChunk out) {
                    FrameWriter action = out.next();
                    int slots = context.actionFeatures().layout().values();
                    for (int i = fault.equals("plan") ? 1 : 0; i < slots; i++) {
                        action.value(i, seen.step(0).value(i));
                    }
                }

                @Override
                public void close() {
                    if (closed && fault.equals("close")) {
                        throw new IllegalStateException("closed already");
                    }
                    closed = true;
                }
            };
        }
    }

    @org.junit.jupiter.api.Test
    void anOptionWithoutADescriptionIsTold() throws Exception {
        TeleoperatorType<Silent> type = new TeleoperatorType<>() {
            @Override
            public Class<Silent> configType() {
                return Silent.class;
            }

            @Override
            public Teleoperator create(Silent config, DeviceContext context) {
                throw new dev.tendon.api.option.ConfigException("not today");
            }
        };
        Check help = Conformance.checks("teleoperator silent", type, Conformance.guess(type)).stream()
                .filter(check -> check.id().equals("help"))
                .findFirst()
                .orElseThrow();
        assertThat(help.run().text()).contains("speed");
    }
}
