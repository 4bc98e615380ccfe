/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import java.util.ArrayList;
import java.util.List;

/** Who is asked, and what of it has been answered. Reused for each question; allocates nothing but its lists for messages. */
final class Inbox {
    private static final int[] NOBODY = {};

    private final int[] one = new int[1];
    private final boolean[] answered = new boolean[Packets.MAX_ID + 1];
    private final int[] raw = new int[Packets.MAX_ID + 1];
    private int[] ids = NOBODY;
    private int open;

    /** Asks these; the array is looked at until the next call and not changed. */
    void ask(int[] wanted) {
        ids = wanted;
        open = wanted.length;
        for (int i = 0; i < wanted.length; i++) {
            answered[i] = false;
        }
    }

    void ask(int id) {
        one[0] = id;
        ask(one);
    }

    boolean full() {
        return open == 0;
    }

    int open() {
        return open;
    }

    int size() {
        return ids.length;
    }

    int id(int place) {
        return ids[place];
    }

    /** The place of an id; -1 where it was not asked. */
    int place(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    boolean has(int place) {
        return answered[place];
    }

    void put(int place, int value) {
        answered[place] = true;
        raw[place] = value;
        open--;
    }

    int raw(int place) {
        return raw[place];
    }

    List<Integer> ids(boolean withAnswer) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (answered[i] == withAnswer) {
                list.add(ids[i]);
            }
        }
        return list;
    }
}
