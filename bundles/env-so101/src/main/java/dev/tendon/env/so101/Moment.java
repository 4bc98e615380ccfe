/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.env.so101.Sight.Piece;
import java.util.ArrayList;
import java.util.List;

/** Where everything is at one moment: what a picture needs. Immutable. Thread: any. */
final class Moment {
    private static final int PRINTED = 0xE8B04A;
    private static final int SERVO = 0x3A3F47;
    private static final int BASE = 0x5A6270;
    private static final int FINGER = 0xF0C060;

    /** What an arm is drawn as: a box about each part of the URDF's meshes, in its link's frame. */
    private record Part(int link, Box box, int colour) {}

    private static final List<Part> PARTS = List.of(
            new Part(ArmModel.BASE_LINK, Box.between(-0.0224, 0.0646, -0.0400, 0.0400, 0, 0.0300), BASE),
            new Part(ArmModel.BASE_LINK, Box.between(-0.0272, 0.0530, -0.0224, 0.0253, 0.0300, 0.0671), SERVO),
            new Part(ArmModel.SHOULDER_LINK, Box.between(-0.0476, 0.0122, -0.0230, 0.0230, -0.0380, -0.0010), PRINTED),
            new Part(ArmModel.SHOULDER_LINK, Box.between(-0.0506, -0.0125, -0.0200, 0.0200, -0.0720, -0.0380), SERVO),
            new Part(ArmModel.UPPER_ARM_LINK, Box.between(-0.0980, 0.0120, -0.0125, 0.0120, 0.0020, 0.0350), PRINTED),
            new Part(ArmModel.UPPER_ARM_LINK, Box.between(-0.1302, -0.0980, -0.0360, 0.0120, 0.0020, 0.0350), SERVO),
            new Part(ArmModel.LOWER_ARM_LINK, Box.between(-0.1080, 0.0120, -0.0120, 0.0120, 0.0020, 0.0350), PRINTED),
            new Part(ArmModel.LOWER_ARM_LINK, Box.between(-0.1480, -0.1080, -0.0120, 0.0150, 0.0020, 0.0350), SERVO),
            new Part(ArmModel.WRIST_LINK, Box.between(-0.0160, 0.0157, -0.0600, 0.0120, 0.0020, 0.0400), PRINTED),
            new Part(ArmModel.GRIPPER_LINK, ArmModel.PALM, SERVO),
            new Part(ArmModel.GRIPPER_LINK, ArmModel.FIXED_FINGER.tapered(0.7), PRINTED),
            new Part(ArmModel.JAW_LINK, Box.between(-0.0100, 0.0100, -0.0120, 0.0100, -0.0050, 0.0430), PRINTED),
            new Part(ArmModel.JAW_LINK, ArmModel.MOVING_FINGER.tapered(0.7), FINGER));

    private final Transform[] links;
    private final Transform cube;
    private final Layout layout;

    /** @param links the moment's from here on */
    Moment(Transform[] links, Transform cube, Layout layout) {
        this.links = links;
        this.cube = cube;
        this.layout = layout;
    }

    Transform cube() {
        return cube;
    }

    Layout layout() {
        return layout;
    }

    Transform hand() {
        return links[ArmModel.GRIPPER_LINK];
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>(PARTS.size());
        for (Part part : PARTS) {
            pieces.add(new Piece(part.box().in(links[part.link()]), part.colour()));
        }
        return pieces;
    }
}
