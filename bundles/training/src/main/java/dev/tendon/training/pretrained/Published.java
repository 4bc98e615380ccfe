/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import java.util.List;
import java.util.Optional;

/**
 * Weights that torchvision offers.
 *
 * @param name torchvision's
 * @param file its name at the address and in PyTorch's cache; the letters behind its dash begin its SHA-256
 * @param hub the same weights on the Hub
 */
record Published(String name, String file, String hub) {
    private static final List<Published> ALL = List.of(
            new Published("ResNet18_Weights.IMAGENET1K_V1", "resnet18-f37072fd.pth", "timm/resnet18.tv_in1k"),
            new Published("ResNet34_Weights.IMAGENET1K_V1", "resnet34-b627a593.pth", "timm/resnet34.tv_in1k"),
            new Published("ResNet50_Weights.IMAGENET1K_V1", "resnet50-0676ba61.pth", "timm/resnet50.tv_in1k"),
            new Published("ResNet50_Weights.IMAGENET1K_V2", "resnet50-11ad3fa6.pth", "timm/resnet50.tv2_in1k"),
            new Published("ResNet101_Weights.IMAGENET1K_V1", "resnet101-63fe2227.pth", "timm/resnet101.tv_in1k"),
            new Published("ResNet101_Weights.IMAGENET1K_V2", "resnet101-cd907fc2.pth", "timm/resnet101.tv2_in1k"),
            new Published("ResNet152_Weights.IMAGENET1K_V1", "resnet152-394f9c45.pth", "timm/resnet152.tv_in1k"),
            new Published("ResNet152_Weights.IMAGENET1K_V2", "resnet152-f82ba261.pth", "timm/resnet152.tv2_in1k"));

    /** Those of a name; {@code DEFAULT} is the newest version. */
    static Optional<Published> named(String name) {
        return ALL.stream()
                .filter(each -> each.name.equals(name)
                        || (name.endsWith("DEFAULT")
                                && each.name.startsWith(name.substring(0, name.length() - "DEFAULT".length()))))
                .reduce((earlier, later) -> later);
    }

    static List<String> names() {
        return ALL.stream().map(Published::name).toList();
    }

    String address() {
        return "https://download.pytorch.org/models/" + file;
    }

    /** What its SHA-256 begins with. */
    String digest() {
        return file.substring(file.indexOf('-') + 1, file.indexOf('.'));
    }
}
