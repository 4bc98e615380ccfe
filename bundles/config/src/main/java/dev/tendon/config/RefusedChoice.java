/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

/**
 * A name that two bundles claim, and the one that does not get it.
 *
 * @param registry the registry's name
 * @param name the name or alias claimed
 * @param bundle symbolic name of the bundle that was refused
 * @param version its version
 * @param keeper symbolic name of the bundle that has the name
 */
public record RefusedChoice(String registry, String name, String bundle, String version, String keeper) {}
