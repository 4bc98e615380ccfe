/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
    private static Map<String, Object> schema(String registry, String name) {
        ChoiceCatalog catalog = Samples.catalog();
        return new JsonSchema(catalog).of(catalog.find(registry, name).orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> schema, String... path) {
        Map<String, Object> found = schema;
        for (String step : path) {
            found = (Map<String, Object>) found.get(step);
        }
        return found;
    }

    @Test
    void namesTypesDefaultsAndDescriptionsAreThere() {
        Map<String, Object> arm = schema("robot", "arm_follower");
        assertThat(at(arm, "properties", "type")).containsEntry("enum", List.of("arm_follower", "old_arm"));
        assertThat(at(arm, "properties", "disable_torque_on_disconnect"))
                .containsEntry("type", "boolean")
                .containsEntry("default", true)
                .containsEntry("description", "Switch the motors off on disconnect");
        assertThat(arm).containsEntry("required", List.of("type", "port")).containsEntry("additionalProperties", false);
        assertThat(at(arm, "properties", "serial_port")).containsEntry("deprecated", true);
    }

    @Test
    void nestedChoicesHaveTheirOptions() {
        Map<String, Object> cameras =
                at(schema("robot", "arm_follower"), "properties", "cameras", "additionalProperties");
        assertThat(cameras.get("oneOf"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .asString()
                .contains("opencv", "index_or_path", "anyOf");
    }

    @Test
    void theSchemaIsJson() {
        assertThat(Json.line(schema("policy", "act")))
                .startsWith("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"");
    }
}
