/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a pickle of protocol 2, which {@code torch.save} writes, as far as tensors need it. Names and calls mean what the two functions
 * that it is given make of them; nothing else is ever called. Thread: its creator's.
 */
final class Unpickler {
    /** A pickle does what is not known here, or is broken; the message is a clause. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(String problem) {
            super(problem);
        }
    }

    /** A Python tuple. */
    record Tuple(List<@Nullable Object> items) {}

    /** Something that Python would import: {@code collections.OrderedDict}. */
    record Global(String name) {}

    private static final int MAX_INSTRUCTIONS = 4_000_000;
    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_NAME = 200;

    private final ByteBuffer in;
    private final Set<String> known;
    private final Function<Tuple, @Nullable Object> persistent;
    private final BiFunction<Global, Tuple, @Nullable Object> call;
    private final List<@Nullable Object> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Integer, @Nullable Object> memo = new HashMap<>();

    /**
     * A machine for the pickle at the position of {@code in}, which moves behind it.
     *
     * @param known names that the pickle may use
     * @param persistent what a persistent id stands for; throws {@link IllegalArgumentException} with a clause
     * @param call what a call of a name gives; likewise
     */
    Unpickler(
            ByteBuffer in,
            Set<String> known,
            Function<Tuple, @Nullable Object> persistent,
            BiFunction<Global, Tuple, @Nullable Object> call) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
        this.known = known;
        this.persistent = persistent;
        this.call = call;
    }

    /** The pickled object: maps, lists, {@link Tuple}s, texts, numbers, truth values, null, and what the functions gave. */
    @Nullable
    Object load() throws RefusedException {
        try {
            for (int instruction = 0; instruction < MAX_INSTRUCTIONS; instruction++) {
                int code = in.get() & 0xff;
                if (code == '.') {
                    return pop();
                }
                step(code);
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ClassCastException e) {
            throw new RefusedException("its pickle is broken at byte " + in.position());
        }
        throw new RefusedException("its pickle has more than " + MAX_INSTRUCTIONS + " instructions");
    }

    private void step(int code) throws RefusedException {
        switch (code) {
            case 0x80 -> protocol(in.get());
            case '(' -> marks.add(stack.size());
            case ')' -> stack.add(new Tuple(List.of()));
            case '}' -> stack.add(new LinkedHashMap<>());
            case ']' -> stack.add(new ArrayList<>());
            case 'N' -> stack.add(null);
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'J' -> stack.add((long) in.getInt());
            case 'K' -> stack.add((long) (in.get() & 0xff));
            case 'M' -> stack.add((long) (in.getShort() & 0xffff));
            case 0x8a -> stack.add(integer(in.get() & 0xff));
            case 'G' -> stack.add(bigEndianDouble());
            case 'X' -> stack.add(text(in.getInt()));
            case 'U' -> stack.add(text(in.get() & 0xff));
            case 'q' -> memo.put(in.get() & 0xff, top());
            case 'r' -> memo.put(in.getInt(), top());
            case 'h' -> stack.add(remembered(in.get() & 0xff));
            case 'j' -> stack.add(remembered(in.getInt()));
            case 'c' -> stack.add(global(line() + "." + line()));
            case 'Q' -> stack.add(persistent.apply(as(Tuple.class, pop())));
            case 't' -> stack.add(new Tuple(toMark()));
            case 0x85 -> stack.add(new Tuple(last(1)));
            case 0x86 -> stack.add(new Tuple(last(2)));
            case 0x87 -> stack.add(new Tuple(last(3)));
            case 'R' -> {
                Tuple arguments = as(Tuple.class, pop());
                stack.add(call.apply(as(Global.class, pop()), arguments));
            }
            case 'b' -> {
                pop(); // the attributes of a dictionary: PyTorch keeps versions there
                map(top());
            }
            case 's' -> put(last(2));
            case 'u' -> put(toMark());
            case 'a' -> {
                Object item = pop();
                list(top()).add(item);
            }
            case 'e' -> {
                List<@Nullable Object> items = toMark();
                list(top()).addAll(items);
            }
            default -> throw new RefusedException(String.format(
                    Locale.ROOT, "its pickle has the instruction 0x%02x, which tensors do not need", code));
        }
    }

    private static void protocol(byte version) throws RefusedException {
        if (version != 2) {
            throw new RefusedException("its pickle is of protocol " + version + ", not 2");
        }
    }

    private @Nullable Object top() {
        return stack.get(stack.size() - 1);
    }

    private @Nullable Object pop() {
        return stack.remove(stack.size() - 1);
    }

    private List<@Nullable Object> last(int count) {
        return cut(stack.size() - count);
    }

    private List<@Nullable Object> toMark() {
        return cut(marks.remove(marks.size() - 1));
    }

    private List<@Nullable Object> cut(int from) {
        List<@Nullable Object> tail = stack.subList(from, stack.size());
        List<@Nullable Object> copy = new ArrayList<>(tail);
        tail.clear();
        return copy;
    }

    private @Nullable Object remembered(int index) {
        if (!memo.containsKey(index)) {
            throw new IndexOutOfBoundsException(index);
        }
        return memo.get(index);
    }

    private Global global(String name) throws RefusedException {
        if (!known.contains(name)) {
            throw new RefusedException("it uses " + name + ", which tensors do not need");
        }
        return new Global(name);
    }

    private static <T> T as(Class<T> type, @Nullable Object object) {
        if (!type.isInstance(object)) {
            throw new ClassCastException("A pickle that is broken");
        }
        return type.cast(object);
    }

    @SuppressWarnings("unchecked") // made by this class only
    private static Map<Object, @Nullable Object> map(@Nullable Object object) {
        return as(Map.class, object);
    }

    @SuppressWarnings("unchecked") // made by this class only
    private static List<@Nullable Object> list(@Nullable Object object) {
        return as(List.class, object);
    }

    private void put(List<@Nullable Object> pairs) throws RefusedException {
        Map<Object, @Nullable Object> map = map(top());
        for (int i = 0; i < pairs.size(); i += 2) {
            Object key = pairs.get(i);
            if (!(key instanceof String) && !(key instanceof Long)) {
                throw new RefusedException("a dictionary in it has a key that is neither text nor number");
            }
            map.put(key, pairs.get(i + 1));
        }
    }

    private Number integer(int bytes) {
        byte[] digits = new byte[bytes];
        for (int i = bytes - 1; i >= 0; i--) {
            digits[i] = in.get();
        }
        BigInteger value = bytes == 0 ? BigInteger.ZERO : new BigInteger(digits);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private double bigEndianDouble() {
        return Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
    }

    private String text(int length) {
        if (length < 0 || length > MAX_TEXT) {
            throw new IndexOutOfBoundsException(length);
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (byte next = in.get(); next != '\n'; next = in.get()) {
            line.append((char) (next & 0xff));
            if (line.length() > MAX_NAME) {
                throw new IndexOutOfBoundsException(line.length());
            }
        }
        return line.toString();
    }
}
