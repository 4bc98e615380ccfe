/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.choice.ChoiceInfo;

/**
 * A choice and the record that declares its options. It holds a class of the choice's bundle: use it and let it go.
 *
 * @param info what is listed of it
 * @param configType the record
 */
public record ChoiceEntry(ChoiceInfo info, Class<? extends Record> configType) {}
