/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import dev.tendon.training.pretrained.TorchTensor.Storage;
import dev.tendon.training.pretrained.Unpickler.RefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Today's form: a zip archive, nothing in it compressed, with a pickle and a file for each storage. */
final class ZippedTorchFile extends TorchFile {
    private static final String PICKLE = "/data.pkl";
    private static final int MAX_PICKLE = 16 << 20;

    private @Nullable String folder;

    ZippedTorchFile(Path file) {
        super(file);
    }

    @Override
    @Nullable
    Object content() throws IOException, RefusedException {
        try (ZipFile zip = new ZipFile(file().toFile())) {
            List<String> pickles = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(PICKLE))
                    .toList();
            if (pickles.size() != 1) {
                throw new RefusedException("it is no file of torch.save: it has " + pickles.size() + " data.pkl");
            }
            String name = pickles.get(0);
            folder = name.substring(0, name.length() - PICKLE.length());
            ZipEntry order = zip.getEntry(folder + "/byteorder");
            if (order != null && !new String(read(zip, order, 0, 6), StandardCharsets.UTF_8).equals("little")) {
                throw new RefusedException("its numbers are not little-endian");
            }
            ZipEntry pickle = zip.getEntry(name);
            if (pickle.getSize() > MAX_PICKLE) {
                throw new RefusedException("its data.pkl has more than " + MAX_PICKLE + " bytes");
            }
            return unpickle(ByteBuffer.wrap(read(zip, pickle, 0, (int) pickle.getSize())));
        } catch (ZipException | EOFException | IllegalArgumentException e) { // the last for names that are no UTF-8
            throw new UnreadableWeightsException(file(), "it is a damaged zip archive: " + e.getMessage(), e);
        }
    }

    @Override
    ByteBuffer bytes(Storage storage, long from, int count) throws IOException {
        try (ZipFile zip = new ZipFile(file().toFile())) {
            ZipEntry entry = zip.getEntry(folder + "/data/" + storage.key());
            if (entry == null || entry.getMethod() != ZipEntry.STORED || entry.getSize() < from + count) {
                throw new UnreadableWeightsException(
                        file(), "the numbers of its storage \"" + storage.key() + "\" are not there, or too few");
            }
            return ByteBuffer.wrap(read(zip, entry, from, count)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (ZipException | EOFException e) {
            throw new UnreadableWeightsException(file(), "it is a damaged zip archive: " + e.getMessage(), e);
        }
    }

    private byte[] read(ZipFile zip, ZipEntry entry, long from, int count) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            in.skipNBytes(from);
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new UnreadableWeightsException(file(), entry.getName() + " in it ends early");
            }
            return bytes;
        }
    }
}
