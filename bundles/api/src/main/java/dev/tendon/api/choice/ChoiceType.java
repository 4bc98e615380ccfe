/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.choice;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One choice of a registry, as an OSGi service: what {@code --robot.type=NAME} selects. Its name is the service property
 * that {@link Choice} sets, beside what it is in one line; its options are a record.
 *
 * <p>Type services are cheap and stateless; their constructors do no I/O and start no thread. A registry is an interface
 * that extends this one with a factory method, and whose simple name ends in {@code Type}: {@code RobotType} is registry
 * {@code robot}. A vendor adds a registry by exporting such an interface.
 *
 * <p>Thread: any.
 *
 * @param <C> the record that declares the choice's options (see {@link dev.tendon.api.option})
 */
@ConsumerType
public interface ChoiceType<C extends Record> {
    /** The record that declares the options. The same at every call. */
    Class<C> configType();
}
