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
 * Describes an option (a record component) or a group of options (a record) in one line, for {@code --help}, messages and
 * schemas.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Describe {
    /** One line, without a full stop. */
    String value();

    /** The unit of a number, as shown to the user ({@code s}, {@code Hz}, {@code deg}); empty where there is none. */
    String unit() default "";
}
