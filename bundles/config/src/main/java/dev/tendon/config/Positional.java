/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a verb's options record that is given without a name, by position: {@code tendon plugins install
 * FILE…}. Positions follow the order of the components; a list takes all that is left, so it comes last. The name works too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Positional {
    /** What stands for the value in usage lines; empty: the component's name in capitals. */
    String value() default "";
}
