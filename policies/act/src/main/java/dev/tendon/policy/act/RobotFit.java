/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Layout;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.checkpoint.PolicyFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a policy finds its inputs in a robot's observation. LeRobot's datasets have a robot's numbers as one list, in the robot's
 * order, and its pictures as {@code observation.images.CAMERA}.
 *
 * @param pictures the image slot of each picture, in the policy's order
 */
record RobotFit(List<Picture> pictures) {
    /** A picture: the policy's name for it, and its slot in the observation. */
    record Picture(String name, int slot) {}

    /**
     * Compares a policy with a robot.
     *
     * @param renames the policy's names by the robot's
     * @throws ConfigException with every difference
     */
    static RobotFit of(ActShape.Ports ports, ActConfig config, Map<String, String> renames, PolicyContext context) {
        List<String> differences = new ArrayList<>();
        Layout observed = context.observationFeatures().layout();
        if (ports.state() > 0 && ports.state() != observed.values()) {
            differences.add("it was trained on " + ports.state() + " numbers of the robot; this one observes "
                    + observed.values() + ": " + observed.valueNames());
        }
        if (ports.environment() > 0) {
            differences.add("it wants " + ActModel.ENVIRONMENT + ", which no robot observes");
        }
        Layout sent = context.actionFeatures().layout();
        if (ports.action() != sent.values()) {
            differences.add("its actions have " + ports.action() + " numbers; this robot is sent " + sent.values()
                    + ": " + sent.valueNames());
        }
        List<Picture> pictures = new ArrayList<>();
        for (String name : ports.cameras()) {
            picture(name, config.inputFeatures().get(name), renames, context, pictures, differences);
        }
        if (!differences.isEmpty()) {
            throw new ConfigException("The policy does not fit the robot:\n  " + String.join("\n  ", differences));
        }
        return new RobotFit(List.copyOf(pictures));
    }

    private static void picture(
            String name,
            PolicyFeature wanted,
            Map<String, String> renames,
            PolicyContext context,
            List<Picture> pictures,
            List<String> differences) {
        int slot = 0;
        List<String> there = new ArrayList<>();
        for (Feature feature : context.observationFeatures().list()) {
            if (feature.shape().size() != 3) {
                continue;
            }
            String own = feature.pictureKey();
            there.add(feature.name());
            if (renames.getOrDefault(own, own).equals(name)) {
                List<Integer> shape = feature.shape();
                List<Integer> planes = List.of(shape.get(2), shape.get(0), shape.get(1));
                if (!planes.equals(wanted.shape())) {
                    differences.add("camera \"" + feature.name() + "\" gives " + shape.get(1) + "x" + shape.get(0)
                            + " pictures; it was trained on " + wanted.shape().get(2) + "x"
                            + wanted.shape().get(1));
                }
                pictures.add(new Picture(name, slot));
                return;
            }
            slot++;
        }
        differences.add("there is no camera for \"" + name + "\" among " + there);
    }
}
