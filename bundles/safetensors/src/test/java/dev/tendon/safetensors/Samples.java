/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The files among the test resources; their README says what is in them. */
final class Samples {
    private Samples() {}

    static Path file(String name) {
        try {
            return Path.of(Samples.class.getResource(name + ".safetensors").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Tensor> shuffled(SafeTensors file) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (String name : file.names()) {
            tensors.add(file.tensor(name));
        }
        Collections.shuffle(tensors, new Random(1));
        return tensors;
    }
}
