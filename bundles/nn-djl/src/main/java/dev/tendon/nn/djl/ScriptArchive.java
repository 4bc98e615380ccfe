/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module without state, in the form that PyTorch loads: an archive with its text and two pickles. Facts: pytorch 2.7,
 * {@code torch/csrc/jit/docs/serialization.md}, {@code caffe2/serialize/versions.h}.
 */
final class ScriptArchive {
    /** Of operators; 10 is what PyTorch 2 writes. */
    private static final String VERSION = "10\n";

    /** An object of the class {@code __torch__.M} with the attribute {@code training}. */
    private static final String OBJECT =
            "\u0080\u0002c__torch__\nM\nq\u0000)\u0081}(X\b\u0000\u0000\u0000trainingq\u0001\u0088ubq\u0002.";

    /** An empty tuple: the module has no constants. */
    private static final String CONSTANTS = "\u0080\u0002).";

    private ScriptArchive() {}

    /** A module that takes {@code parameters} and gives {@code expression}. */
    static byte[] of(String parameters, String expression) throws IOException {
        String text =
                """
                class M(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def forward(self: __torch__.M, PARAMETERS) -> Tensor:
                    return EXPRESSION
                """
                        .replace("PARAMETERS", parameters)
                        .replace("EXPRESSION", expression);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, "data.pkl", OBJECT);
            write(zip, "code/__torch__.py", text);
            write(zip, "constants.pkl", CONSTANTS);
            write(zip, "version", VERSION);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry("m/" + name));
        zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
    }
}
