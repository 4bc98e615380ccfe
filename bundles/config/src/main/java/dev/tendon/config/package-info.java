/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Options as LeRobot's users type them, over records; and the choice registries.
 *
 * <p>Start at {@link dev.tendon.config.CommandLine}: it turns arguments into an options record, or says everything that is
 * wrong with them at once, and writes {@code --help}. {@link dev.tendon.config.ConfigMapper} turns records into plain data
 * and back, for JSON and YAML files. {@link dev.tendon.config.ChoiceCatalog} says which choices there are: in a running host
 * it is a service over the OSGi service registry, without one {@link dev.tendon.config.JarChoices} reads jars.
 *
 * <p>Thread: any, unless a type says otherwise.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.config;
