/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.shell.Verb;
import dev.tendon.shell.testkit.FakeConsole;
import dev.tendon.training.options.ImageTransformOptions;
import dev.tendon.training.options.ImageTransformOptions.Transform;
import dev.tendon.video.Video;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewVerbTest {
    @TempDir
    Path folder;

    private final FakeConsole talk = new FakeConsole();
    private final PreviewVerb verb = new PreviewVerb((Video) Proxy.newProxyInstance(
            Video.class.getClassLoader(), new Class<?>[] {Video.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException("This dataset has pictures only");
            }));

    private PreviewOptions options(Map<String, Transform> tfs, List<Integer> episodes) throws URISyntaxException {
        Path root = Path.of(
                PreviewVerbTest.class.getResource("/golden/four-episodes").toURI());
        return new PreviewOptions(
                Optional.empty(),
                Optional.of(root),
                Optional.of(episodes),
                new ImageTransformOptions(true, 3, false, tfs),
                2,
                0,
                folder);
    }

    @Test
    void writesExamplesOfAllAndOfEachTransform() throws Exception {
        Map<String, Transform> tfs = new LinkedHashMap<>();
        tfs.put("dark", new Transform(1, "ColorJitter", Map.of("brightness", List.of(0.0, 1.0))));
        tfs.put("sharp", new Transform(1, "SharpnessJitter", Map.of("sharpness", List.of(0.5, 1.5))));

        assertThat(verb.run(options(tfs, List.of(1)), talk)).isEqualTo(Verb.DONE);

        assertThat(talk.json).containsEntry("pictures", 1 + 2 + 2 * 5);
        for (String name : List.of("all/1.png", "all/2.png", "sharp/1.png", "sharp/mean.png")) {
            assertThat(folder.resolve("four-episodes").resolve(name)).isRegularFile();
        }
        BufferedImage original = image("original_frame.png");
        assertThat(pixels(image("dark/max.png"))).isEqualTo(pixels(original));
        assertThat(pixels(image("dark/min.png"))).containsOnly(0xff000000);
        assertThat(pixels(image("dark/1.png"))).isNotEqualTo(pixels(image("dark/2.png")));
    }

    @Test
    void writesNothingWhereAnythingIsUnknown() throws Exception {
        PreviewOptions options = options(Map.of("odd", new Transform(1, "Sepia", Map.of())), List.of(0));

        assertThatThrownBy(() -> verb.run(options, talk))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--image_transforms.tfs.odd.type");
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> verb.run(options(Map.of(), List.of(9)), talk)).hasMessageContaining("no episode 9");
    }

    private BufferedImage image(String name) throws IOException {
        return ImageIO.read(folder.resolve("four-episodes").resolve(name).toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
