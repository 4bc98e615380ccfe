/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Other spellings under which an option is accepted, such as those of an earlier LeRobot. On an enum constant: other
 * spellings of the value. {@code --help} shows them, and whose they are.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Alias {
    /** Spellings in snake_case, without dashes and without the path before them. */
    String[] value();

    /** Who spells it so, as {@code --help} says it: {@code LeRobot 2025}. Empty: it is merely another spelling. */
    String from() default "";
}
