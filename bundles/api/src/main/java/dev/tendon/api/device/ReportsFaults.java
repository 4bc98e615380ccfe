/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A device whose parts report faults of themselves while it goes on working: too little voltage, too hot, overloaded. A second
 * interface of a robot or teleoperator; the host tells the person when faults begin and when they end. Thread: the control thread
 * only.
 */
@ConsumerType
public interface ReportsFaults {
    /** The present faults as a number that changes when they do; 0: none. Reads no device, allocates nothing. */
    long faultMark();

    /** The present faults in words, with what to do: which part, which fault; empty where there are none. Reads no device. */
    String faultText();
}
