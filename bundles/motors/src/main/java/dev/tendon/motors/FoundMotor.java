/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

/**
 * A motor that answered. Thread: any.
 *
 * @param id its id
 * @param model its model number
 * @param firmware as {@code 3.10}
 * @param fault what it reports to be wrong and what to do, as a sentence; empty where nothing is
 * @param clash whether more than one answered under this id
 */
public record FoundMotor(int id, int model, String firmware, String fault, boolean clash) {}
