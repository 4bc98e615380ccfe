/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.samples;

/** One broken promise each, and the check that tells it. */
public enum Fault {
    NONE(""),
    CONNECTS_IN_CREATE("create"),
    THREAD_IN_CREATE("create"),
    SLOW_CREATE("create"),
    FEATURES_CHANGE("features"),
    NO_FEATURES("features"),
    ABSENT_HANGS("absent"),
    ABSENT_THROWS_A_BUG("absent"),
    ABSENT_WITHOUT_MESSAGE("absent"),
    ABSENT_IS_NOT_NOTICED("absent"),
    ABSENT_KEEPS_A_THREAD("absent"),
    CONNECT_TWICE_FAILS("connect"),
    ONE_THREAD_ONLY("threads"),
    CLOSE_TWICE_FAILS("close"),
    CLOSE_UNCONNECTED_FAILS("close"),
    LEAKS_A_LEASE("release"),
    LEAKS_A_THREAD("release"),
    LEAKS_A_SOCKET("release"),
    OBSERVES_NOTHING("observe"),
    OBSERVES_INTO_OTHERS_SLOTS("observe"),
    SAYS_NOTHING_OF_WHAT_IT_SENT("send"),
    SENDS_SOMETHING_ELSE("send"),
    REFUSES_FAR_GOALS("limits"),
    TAKES_NAN("nan"),
    ALLOCATES("allocation");

    private final String check;

    Fault(String check) {
        this.check = check;
    }

    /** The check that is to fail. */
    public String check() {
        return check;
    }
}
