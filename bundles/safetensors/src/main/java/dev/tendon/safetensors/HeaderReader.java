/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a header and holds it to the format's rules. Thread: its creator's. */
final class HeaderReader {
    /** As many axes as a tensor of any engine here can have, and more. */
    private static final int MAX_AXES = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(4).build())
            .build();

    private final Path file;

    private HeaderReader(Path file) {
        this.file = file;
    }

    /** Reads the header of {@code file}, open as {@code channel}. */
    static Header read(Path file, FileChannel channel) throws IOException {
        return new HeaderReader(file).read(channel);
    }

    private Header read(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer length = ByteBuffer.allocate(Header.LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (size < Header.LENGTH_BYTES) {
            throw bad("it has " + size + " bytes, too few for a header");
        }
        fill(channel, length, 0);
        long json = length.getLong(0);
        if (json < 0 || json > Header.MAX_JSON_BYTES || json > size - Header.LENGTH_BYTES) {
            throw bad("its header claims " + Long.toUnsignedString(json) + " bytes; the file has " + size
                    + ", and the format allows " + Header.MAX_JSON_BYTES);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) json);
        fill(channel, bytes, Header.LENGTH_BYTES);
        Header header = parse(text(bytes.flip()), Header.LENGTH_BYTES + json);
        check(header, size - header.length());
        return header;
    }

    private void fill(FileChannel channel, ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw bad("it ends in its header");
            }
        }
    }

    private String text(ByteBuffer bytes) throws SafeTensorsException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new SafeTensorsException(file, "its header is no UTF-8 text", e);
        }
    }

    private Header parse(String json, long length) throws IOException {
        if (!json.startsWith("{")) {
            throw bad("its header is no JSON object");
        }
        try (JsonParser parser = JSON.createParser(json)) {
            Map<String, String> metadata = Map.of();
            List<Header.Entry> entries = new ArrayList<>();
            Set<String> names = new HashSet<>();
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (!names.add(name)) {
                    throw bad("it names \"" + name + "\" twice");
                }
                parser.nextToken();
                if (name.equals(Header.METADATA)) {
                    metadata = metadata(parser);
                } else {
                    entries.add(entry(name, parser));
                }
            }
            if (parser.nextToken() != null) {
                throw bad("something follows its header's JSON object");
            }
            entries.sort(Comparator.comparingLong(Header.Entry::begin).thenComparingLong(Header.Entry::end));
            return new Header(length, metadata, List.copyOf(entries));
        } catch (JsonProcessingException e) {
            throw new SafeTensorsException(file, "its header is no valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Map<String, String> metadata(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_OBJECT, "\"" + Header.METADATA + "\" must be an object of texts");
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            expect(parser, JsonToken.VALUE_STRING, "metadata \"" + key + "\" must be a text");
            if (texts.put(key, parser.getText()) != null) {
                throw bad("its metadata has \"" + key + "\" twice");
            }
        }
        return texts;
    }

    private Header.Entry entry(String name, JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_OBJECT, "tensor \"" + name + "\" must be an object");
        @Nullable ElementType type = null;
        long @Nullable [] shape = null;
        long @Nullable [] offsets = null;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            switch (key) {
                case "dtype" -> type = once(name, key, type, type(name, parser));
                case "shape" -> shape = once(name, key, shape, numbers(name, key, parser));
                case "data_offsets" -> offsets = once(name, key, offsets, numbers(name, key, parser));
                default -> throw bad("tensor \"" + name + "\" has an unknown property \"" + key + "\"");
            }
        }
        if (type == null || shape == null || offsets == null || offsets.length != 2) {
            throw bad("tensor \"" + name + "\" needs a dtype, a shape, and two data_offsets");
        }
        return new Header.Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private <T> T once(String name, String key, @Nullable T before, T now) throws SafeTensorsException {
        if (before != null) {
            throw bad("tensor \"" + name + "\" has its " + key + " twice");
        }
        return now;
    }

    private ElementType type(String name, JsonParser parser) throws IOException {
        String text = parser.getText();
        return Arrays.stream(ElementType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> bad("tensor \"" + name + "\" has the unknown dtype \"" + text + "\"; known are "
                        + Arrays.toString(ElementType.values())));
    }

    private long[] numbers(String name, String key, JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_ARRAY, key + " of tensor \"" + name + "\" must be a list");
        long[] numbers = new long[MAX_AXES];
        int n = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser, JsonToken.VALUE_NUMBER_INT, key + " of tensor \"" + name + "\" must hold whole numbers");
            if (n == MAX_AXES) {
                throw bad(key + " of tensor \"" + name + "\" has more than " + MAX_AXES + " numbers");
            }
            numbers[n] = parser.getLongValue();
            if (numbers[n] < 0) {
                throw bad(key + " of tensor \"" + name + "\" has the negative number " + numbers[n]);
            }
            n++;
        }
        return Arrays.copyOf(numbers, n);
    }

    private void expect(JsonParser parser, JsonToken token, String problem) throws SafeTensorsException {
        if (parser.currentToken() != token) {
            throw bad(problem);
        }
    }

    /** The bytes must be the tensors', one after the other, with no gap, no overlap and nothing behind. */
    private void check(Header header, long available) throws SafeTensorsException {
        long position = 0;
        for (Header.Entry entry : header.entries()) {
            long bytes = Shapes.bytes(entry.type(), entry.shape());
            if (entry.begin() != position || entry.end() < position) {
                throw bad("tensor \"" + entry.name() + "\" lies at bytes " + entry.begin() + " to " + entry.end()
                        + ", where the tensor before it ends at " + position);
            }
            if (bytes != entry.end() - entry.begin()) {
                throw bad("tensor \"" + entry.name() + "\" of " + entry.type() + " " + Arrays.toString(entry.shape())
                        + " has " + (entry.end() - entry.begin()) + " bytes, which is not its size");
            }
            position = entry.end();
        }
        if (position != available) {
            throw bad("its tensors need " + position + " bytes, and it has " + available
                    + (available < position ? ": it is not complete" : ""));
        }
    }

    private SafeTensorsException bad(String problem) {
        return new SafeTensorsException(file, problem);
    }
}
