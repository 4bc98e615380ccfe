/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a save: what was built in {@code .tendon/save} is moved to where it belongs, in the given order, {@code
 * info.json} last. It is written down first; from then on the episode is saved, and whoever opens the dataset next goes on where a
 * crash has ended it. Each step may be done again.
 *
 * @param moves from, relative to {@code .tendon/save}, and to, relative to the dataset
 * @param journals the folders below {@code .tendon/journal} that the episode is published from, and that go then
 * @param before hash of the {@code info.json} that is replaced
 * @param after hash of the new one
 */
record Publication(List<Move> moves, List<String> journals, String before, String after) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int VERSION = 1;

    /** A file and its place. */
    record Move(String from, String to) {}

    Publication {
        moves = List.copyOf(moves);
        journals = List.copyOf(journals);
    }

    /** Writes it down: the point from which on the episode is saved. */
    void commit(FileLayer layer, Places places) throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("tendon_save", VERSION);
        json.put("info_before", before);
        json.put("info_after", after);
        journals.forEach(json.putArray("journals")::add);
        ArrayNode list = json.putArray("moves");
        moves.forEach(move -> list.addObject().put("from", move.from()).put("to", move.to()));
        layer.syncFolder(places.save());
        Trees.replace(
                layer, places.intent(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /** Moves everything into place and removes what it was made from. */
    void publish(FileLayer layer, Places places) throws IOException {
        @Nullable Path last = null;
        for (Move move : moves) {
            Path from = places.save().resolve(move.from());
            Path to = places.root().resolve(move.to());
            Path folder = to.toAbsolutePath().getParent();
            if (last != null && (!last.equals(folder) || to.equals(places.info()))) {
                layer.syncFolder(last); // what comes later must not be on the disk sooner
            }
            if (Files.exists(from)) {
                Trees.makeFolder(layer, folder);
                layer.move(from, to);
            }
            last = folder;
        }
        if (last != null) {
            layer.syncFolder(last);
        }
        for (String journal : journals) {
            Trees.delete(layer, places.journals().resolve(journal));
        }
        if (!journals.isEmpty()) {
            layer.syncFolder(places.journals());
        }
        layer.delete(places.intent());
        layer.syncFolder(places.save());
        Trees.delete(layer, places.save());
    }

    /**
     * Completes a save that was interrupted after it was written down, and removes one that was interrupted before; its journal is
     * there still.
     *
     * @return whether a save was completed
     * @throws FormatException where something else has changed the dataset meanwhile; nothing is touched then
     */
    static boolean recover(FileLayer layer, Places places) throws IOException {
        if (!Files.isRegularFile(places.intent())) {
            Trees.delete(layer, places.save());
            return false;
        }
        Publication publication = read(places.intent());
        String now = hash(Files.readAllBytes(places.info()));
        if (!now.equals(publication.before) && !now.equals(publication.after)) {
            throw new FormatException(
                    places.info(),
                    "another program has changed the dataset while the save of an episode was half done",
                    "Run tendon dataset repair --dataset.root=" + places.root());
        }
        for (Move move : publication.moves) {
            if (!Files.exists(places.save().resolve(move.from()))
                    && !Files.exists(places.root().resolve(move.to()))) {
                throw new FormatException(
                        places.root().resolve(move.to()),
                        "missing, though the save of an episode had made it",
                        "Run tendon dataset repair --dataset.root=" + places.root());
            }
        }
        publication.publish(layer, places);
        return true;
    }

    private static Publication read(Path file) throws IOException {
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            if (json.path("tendon_save").asInt() != VERSION) {
                throw new FormatException(file, "it is no save of version " + VERSION, "Open it with a newer Tendon");
            }
            List<Move> moves = new ArrayList<>();
            for (JsonNode move : json.path("moves")) {
                moves.add(new Move(
                        inside(file, move.path("from").asText()),
                        inside(file, move.path("to").asText())));
            }
            List<String> journals = new ArrayList<>();
            for (JsonNode journal : json.path("journals")) {
                journals.add(inside(file, journal.asText()));
            }
            return new Publication(
                    moves,
                    journals,
                    json.path("info_before").asText(),
                    json.path("info_after").asText());
        } catch (JsonProcessingException e) {
            throw new FormatException(
                    file + ": no valid JSON. Delete it: the episode is in the journal still, and offered again", e);
        }
    }

    /** A path that leads out of the folder is none of ours. */
    private static String inside(Path file, String path) throws FormatException {
        Path relative = Path.of(path);
        if (path.isEmpty()
                || relative.isAbsolute()
                || !relative.equals(relative.normalize())
                || path.startsWith("..")) {
            throw new FormatException(
                    file, "the path \"" + path + "\" leads out of the dataset's folder", "Delete this file");
        }
        return path;
    }

    /** What tells two states of {@code info.json} apart. */
    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
