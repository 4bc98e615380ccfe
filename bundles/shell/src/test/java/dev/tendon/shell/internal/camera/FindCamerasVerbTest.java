/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraMode;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.camera.FindsCameras;
import dev.tendon.api.camera.FoundCamera;
import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.config.ConfigMapper;
import dev.tendon.shell.internal.FakeCatalog;
import dev.tendon.shell.internal.FakeConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindCamerasVerbTest {
    private static final CameraMode MODE = new CameraMode("MJPG", 4, 3, List.of(30.0, 7.5));

    @TempDir
    Path folder;

    private final FakeConsole console = new FakeConsole();
    private final Eyes eyes = new Eyes();
    private final FindCamerasVerb verb = new FindCamerasVerb(new SimulatedClock(0));

    /** Options of a camera that is called so. */
    record EyeConfig(String id) {}

    /** Cameras whose every pixel is the number of the picture. */
    private static final class Eyes implements CameraType<EyeConfig>, FindsCameras<EyeConfig> {
        final List<FoundCamera<EyeConfig>> cameras = new ArrayList<>();
        boolean blind;

        void add(String id, Optional<String> problem) {
            cameras.add(new FoundCamera<>(
                    id,
                    "Eye " + id,
                    List.of(MODE),
                    List.of("It is a fake."),
                    problem,
                    problem.isPresent() ? Optional.empty() : Optional.of(new EyeConfig(id))));
        }

        @Override
        public List<FoundCamera<EyeConfig>> findCameras() {
            return cameras;
        }

        @Override
        public Class<EyeConfig> configType() {
            return EyeConfig.class;
        }

        @Override
        public Camera create(EyeConfig config, DeviceContext context) {
            return new Eye(blind);
        }
    }

    private static final class Eye implements Camera {
        private final ImagePool pool = new ImagePool(4, 3, 1, 2);
        private final boolean blind;
        private int taken;

        Eye(boolean blind) {
            this.blind = blind;
        }

        @Override
        public Feature feature(String name) {
            return Feature.image(name, 3, 4, 1);
        }

        @Override
        public void connect() throws DeviceException {
            if (blind) {
                throw new DeviceException("eye is blind");
            }
        }

        @Override
        public Image newest() {
            Image image = pool.take();
            taken++;
            for (int i = 0; i < 12; i++) {
                image.pixels().put(i, (byte) taken);
            }
            image.stamp(0, taken);
            return image;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @BeforeEach
    void plug() {
        verb.types(List.of(Map.entry(Map.of(Choice.PROPERTY, new String[] {"eye"}), eyes)));
    }

    private int run(Path output) throws Exception {
        return verb.run(new FindCamerasOptions(Optional.of("eye"), output, 1, 0), console);
    }

    @Test
    void savesAPictureOfEachCameraUnderItsTypeAndId() throws Exception {
        eyes.add("0", Optional.empty());
        eyes.add("/dev/video2", Optional.empty());
        Path output = folder.resolve("new/pictures");

        assertThat(run(output)).isZero();

        assertThat(output.resolve("eye_0.png")).exists();
        Path picture = output.resolve("eye__dev_video2.png");
        assertThat(console.out).contains("eye /dev/video2  Eye /dev/video2", "  " + picture);
        // Looked at every 10 ms for a second, and once more for the last picture.
        assertThat(ImageIO.read(picture.toFile()).getRaster().getSample(0, 0, 0))
                .isEqualTo(101);
        try (var files = Files.list(output)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void picturesGoWhereLeRobotPutsThemUnlessToldOtherwise() {
        ConfigMapper mapper = new ConfigMapper(new FakeCatalog());
        assertThat(mapper.fromPlain(FindCamerasOptions.class, Map.of()).outputDir())
                .isEqualTo(Path.of("outputs/captured_images"));
        assertThat(mapper.fromPlain(FindCamerasOptions.class, Map.of("output_dir", "elsewhere"))
                        .outputDir())
                .isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void tellsEveryModeInWordsAndAsJson() throws Exception {
        eyes.add("0", Optional.empty());
        run(folder);
        assertThat(console.out).contains("  MJPG 4x3 at 30, 7.5 fps", "  It is a fake.");
        assertThat(camera())
                .containsEntry(
                        "modes", List.of(Map.of("fourcc", "MJPG", "width", 4, "height", 3, "fps", List.of(30.0, 7.5))))
                .containsEntry("remarks", List.of("It is a fake."))
                .containsEntry("file", folder.resolve("eye_0.png").toString())
                .containsEntry("error", null);
    }

    @Test
    void listsACameraWithAProblemAndTakesThePicturesOfTheOthers() throws Exception {
        eyes.add("0", Optional.of("it is in use by cheese (process 12); close it"));
        eyes.add("1", Optional.empty());
        assertThat(run(folder)).isEqualTo(3);
        assertThat(console.err).anyMatch(line -> line.contains("eye 0") && line.contains("cheese"));
        assertThat(camera())
                .containsEntry("error", "it is in use by cheese (process 12); close it")
                .containsEntry("file", null);
        assertThat(folder.resolve("eye_0.png")).doesNotExist();
        assertThat(folder.resolve("eye_1.png")).exists();
    }

    @Test
    void goesOnAfterACameraThatDoesNotOpen() throws Exception {
        eyes.blind = true;
        eyes.add("0", Optional.empty());
        assertThat(run(folder)).isEqualTo(3);
        assertThat(camera()).containsEntry("error", "eye is blind");
    }

    @Test
    void namesTheTypesThatCanBeFound() {
        assertThatThrownBy(() -> verb.run(new FindCamerasOptions(Optional.of("nose"), folder, 1, 0), console))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nose")
                .hasMessageContaining("eye");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> camera() {
        return ((List<Map<String, Object>>) console.result().get("cameras")).get(0);
    }
}
