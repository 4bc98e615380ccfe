/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import java.util.Map;

/**
 * What a USB id looks like to who builds arms. The chips' ids are in the tables of Linux' drivers ch341.c (1a86:7523), cp210x.c
 * (10c4:ea60) and ftdi_sio.c (0403:6001, 6014, 6015), and in WCH's ch343ser_linux (1a86:55d3, 55d4). Which board carries which chip:
 * SO-101 controllers answer to lsusb as 1a86:55d3 "USB Single Serial" (udev rules that owners of SO-101 arms publish); ROBOTIS' U2D2 is
 * 0403:6014 (udev rules of its users; its manual says FTDI), its OpenRB-150 has ids of its own (boards.txt of ROBOTIS' Arduino core).
 * Which chip Feetech's own FE-URT-1 carries has no public source, so it is not named. Thread: any.
 */
final class Boards {
    private static final String ADAPTER = "any board with a USB serial chip ";

    private static final Map<String, String> BY_USB_ID = Map.of(
            "1a86:55d3", "the servo board of an SO-101 or SO-100 arm, or " + ADAPTER + "CH343",
            "1a86:55d4", ADAPTER + "CH9102",
            "1a86:7523", ADAPTER + "CH340",
            "10c4:ea60", ADAPTER + "CP210x",
            "0403:6001", ADAPTER + "FT232R",
            "0403:6014", "ROBOTIS U2D2 (Dynamixel: Koch arms), or " + ADAPTER + "FT232H",
            "0403:6015", ADAPTER + "FT230X",
            "2f5d:2202", "ROBOTIS OpenRB-150 (Dynamixel: Koch and OMX arms)");

    private Boards() {}

    /** In words; empty where the id says nothing. */
    static String of(String usbId) {
        return BY_USB_ID.getOrDefault(usbId, "");
    }
}
