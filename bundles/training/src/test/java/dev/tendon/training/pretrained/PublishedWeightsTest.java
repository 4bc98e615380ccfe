/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyTorch saved: see {@code golden/README.md}. */
class PublishedWeightsTest {
    private static final String OPTION = "--policy.pretrained_backbone_weights";
    private static final String NAME = "ResNet18_Weights.IMAGENET1K_V1";

    @TempDir
    Path home;

    static Path golden(String name) throws URISyntaxException {
        return Path.of(PublishedWeightsTest.class.getResource("/golden/" + name).toURI());
    }

    private WeightSource find(String wanted, Map<String, String> environment) throws IOException {
        return new PublishedWeights(environment, home).find(wanted, OPTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet.pth", "resnet_early.pth", "resnet.safetensors"})
    void readsWhatPyTorchSaved(String name) throws Exception {
        WeightSource weights = find(golden(name).toString(), Map.of());

        assertThat(weights.names())
                .containsExactlyInAnyOrder(
                        "conv1.weight",
                        "bn1.weight",
                        "bn1.running_mean",
                        "layer1.0.conv1.weight",
                        "layer1.0.bn1.bias",
                        "layer1.0.bn1.weight");
        SafeTensors golden = SafeTensors.open(golden("resnet.safetensors"));
        for (String tensor : weights.names()) {
            Tensor wanted = golden.tensor(tensor);
            float[] found = new float[wanted.elements()];
            weights.float32(tensor).asFloatBuffer().get(found);
            assertThat(found).as(tensor).isEqualTo(wanted.floats());
            assertThat(weights.shape(tensor)).isEqualTo(Shape.of(wanted.shape()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hostile.pth, posix.system",
        "transposed.pth, side by side",
        "list.pth, no dictionary",
        "module.pth, torch.nn.modules.linear.Linear"
    })
    void refusesAnythingButTensorsByName(String name, String reason) throws Exception {
        assertThatThrownBy(() -> find(golden(name).toString(), Map.of()))
                .isInstanceOf(UnreadableWeightsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(reason);
    }

    @Test
    void findsTheHubsCache() throws Exception {
        Path snapshot = Files.createDirectories(
                home.resolve(".cache/huggingface/hub/models--timm--resnet18.tv_in1k/snapshots/abc"));
        Files.copy(golden("resnet.safetensors"), snapshot.resolve("model.safetensors"));

        assertThat(find(NAME, Map.of()).names()).contains("conv1.weight");
        assertThat(find("ResNet18_Weights.DEFAULT", Map.of("HF_HUB_CACHE", home + "/.cache/huggingface/hub"))
                        .names())
                .contains("conv1.weight");
    }

    @Test
    void checksWhatIsInPyTorchsCache() throws Exception {
        Path checkpoints = Files.createDirectories(home.resolve("torch/hub/checkpoints"));
        Files.copy(golden("resnet.pth"), checkpoints.resolve("resnet18-f37072fd.pth"));

        assertThatThrownBy(() ->
                        find(NAME, Map.of("TORCH_HOME", home.resolve("torch").toString())))
                .isInstanceOf(UnreadableWeightsException.class)
                .hasMessageContaining("f37072fd")
                .hasMessageContaining("damaged or incomplete");
    }

    @Test
    void saysWhereItLookedAndWhatToDo() {
        assertThatThrownBy(() -> find(NAME, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(home.resolve(".cache/torch/hub/checkpoints/resnet18-f37072fd.pth")
                        .toString())
                .hasMessageContaining("models--timm--resnet18.tv_in1k")
                .hasMessageContaining("https://download.pytorch.org/models/resnet18-f37072fd.pth")
                .hasMessageContaining(OPTION + "=null");
        assertThatThrownBy(() -> find("ResNet18_Weights.V3", Map.of())).hasMessageContaining(NAME);
        assertThatThrownBy(() -> find("/nowhere/a.pth", Map.of())).hasMessageContaining("/nowhere/a.pth");
    }

    @Test
    void takesTheNewestForTheDefault() {
        assertThat(Published.named("ResNet50_Weights.DEFAULT").orElseThrow().file())
                .isEqualTo("resnet50-11ad3fa6.pth");
    }
}
