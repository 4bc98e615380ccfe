/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** A transform's {@code kwargs}, each taken once; what is left in the end is refused. */
final class Arguments {
    private final String where;
    private final Map<String, Object> left;

    /** {@code where} names the option, for messages. */
    Arguments(String where, Map<String, Object> given) {
        this.where = where + ".kwargs";
        left = new LinkedHashMap<>(given);
    }

    /** Two numbers, or one that stands for those as far below {@code middle} as above; empty where none is given. */
    Optional<Range> range(String name, double middle, double least, double most) {
        Object value = left.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            if (number.doubleValue() < 0) {
                throw wrong(name, value, "a number that is not below 0, or two");
            }
            double low = Math.max(middle - number.doubleValue(), Math.min(least, middle));
            return Optional.of(checked(name, value, new Range(low, middle + number.doubleValue()), least, most));
        }
        List<Double> two = numbers(name, value, 2);
        return Optional.of(checked(name, value, new Range(two.get(0), two.get(1)), least, most));
    }

    /** Two numbers, or one that stands for what {@code ofOne} makes of it; {@code fallback} where none is given. */
    Range range(String name, Range fallback, DoubleFunction<Range> ofOne, double least, double most) {
        Object value = left.remove(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Number number) {
            return checked(name, value, ofOne.apply(number.doubleValue()), least, most);
        }
        List<Double> two = numbers(name, value, 2);
        return checked(name, value, new Range(two.get(0), two.get(1)), least, most);
    }

    private Range checked(String name, Object value, Range range, double least, double most) {
        if (!(range.low() >= least && range.low() <= range.high() && range.high() <= most)) {
            throw wrong(name, value, "two numbers, the larger last" + bounds(least, most));
        }
        return range;
    }

    private static String bounds(double least, double most) {
        return (Double.isInfinite(least) ? "" : ", from " + least + " on")
                + (Double.isInfinite(most) ? "" : " to " + most);
    }

    boolean isNumber(String name) {
        return left.get(name) instanceof Number;
    }

    /** As many numbers as one of {@code counts}; empty where none is given. */
    Optional<List<Double>> numbers(String name, int... counts) {
        Object value = left.remove(name);
        return value == null ? Optional.empty() : Optional.of(numbers(name, value, counts));
    }

    private List<Double> numbers(String name, Object value, int... counts) {
        List<Double> numbers = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Number number) {
                    numbers.add(number.doubleValue());
                }
            }
            for (int count : counts) {
                if (list.size() == count && numbers.size() == count) {
                    return numbers;
                }
            }
        }
        throw wrong(name, value, counts[counts.length - 1] + " numbers");
    }

    /** Text; {@code fallback} where none is given. */
    String word(String name, String fallback, List<String> known) {
        Object value = left.remove(name);
        if (value == null) {
            return fallback;
        }
        if (!known.contains(value)) {
            throw wrong(name, value, String.join(" or ", known));
        }
        return (String) value;
    }

    double number(String name, double fallback) {
        Object value = left.remove(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, value, "a number");
    }

    ConfigException wrong(String name, @Nullable Object value, String wanted) {
        return new ConfigException(where + "." + name + ": wants " + wanted + ", not " + value);
    }

    /** Refuses what nobody took. */
    void done(String type, List<String> known) {
        if (!left.isEmpty()) {
            throw new ConfigException(where + "." + left.keySet().iterator().next() + ": " + type
                    + " has no such argument here, only " + String.join(", ", known));
        }
    }
}
