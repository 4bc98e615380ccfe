/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.camera.CameraMode;
import dev.tendon.api.camera.FoundCamera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A machine made of files, with devices that answer by hand. */
class CameraSearchTest {
    private static final int EACCES = 13;
    private static final int EBUSY = 16;

    @TempDir
    Path machine;

    private final FakeVideo video = new FakeVideo();
    private VideoNodes nodes;

    @BeforeEach
    void machine() throws IOException {
        nodes = new VideoNodes(
                machine.resolve("sys"),
                machine.resolve("dev"),
                machine.resolve("proc"),
                machine.resolve("group"),
                "me");
        Files.createDirectories(nodes.dev());
    }

    private FakeVideo.Device plug(int number, String name, int index) throws IOException {
        Path node = Files.createDirectories(nodes.kernel().resolve("video" + number));
        Files.writeString(node.resolve("name"), name + "\n");
        Files.writeString(node.resolve("index"), index + "\n");
        Files.createFile(nodes.dev().resolve("video" + number));
        return video.add(nodes.device(number), name);
    }

    private FakeVideo.Device webcam(int number) throws IOException {
        FakeVideo.Device device = plug(number, "Webcam " + number, 0);
        device.formats.addAll(List.of("YUYV", "MJPG"));
        device.sizes.addAll(List.of(new int[] {640, 480}, new int[] {1280, 720}));
        device.rates.addAll(List.of(new int[] {15}, new int[] {30}));
        return device;
    }

    private List<FoundCamera<OpenCvCameraConfig>> find() throws Exception {
        List<FoundCamera<OpenCvCameraConfig>> found = new CameraSearch(nodes, video, number -> {
                    throw new AssertionError("OpenCV is not asked");
                })
                .find();
        assertThat(video.open).as("devices left open").isZero();
        return found;
    }

    @Test
    void listsEachModeOfEachCameraByNumber() throws Exception {
        webcam(10);
        webcam(2);
        List<FoundCamera<OpenCvCameraConfig>> found = find();
        assertThat(found).extracting(FoundCamera::name).containsExactly("Webcam 2", "Webcam 10");
        FoundCamera<OpenCvCameraConfig> camera = found.get(0);
        assertThat(camera.id()).isEqualTo(nodes.device(2));
        assertThat(camera.modes())
                .extracting(CameraMode::text)
                .containsExactly(
                        "YUYV 640x480 at 30, 15 fps",
                        "YUYV 1280x720 at 30, 15 fps",
                        "MJPG 640x480 at 30, 15 fps",
                        "MJPG 1280x720 at 30, 15 fps");
        assertThat(camera.problem()).isEmpty();
        assertThat(camera.config()).hasValueSatisfying(config -> {
            assertThat(config.width()).isEqualTo(640);
            assertThat(config.fps()).isEqualTo(30);
            assertThat(config.shown()).isEqualTo(nodes.device(2));
        });
    }

    @Test
    void leavesOutNodesThatDeliverNoPictures() throws Exception {
        webcam(0);
        plug(1, "Webcam 0", 1).capabilities = 0x00A00000; // meta data
        plug(2, "codec", 0).capabilities = 0x8000; // memory to memory
        assertThat(find()).extracting(FoundCamera::name).containsExactly("Webcam 0");
    }

    @Test
    void listsACameraThatTheUserMayNotOpenWithItsGroup() throws Exception {
        webcam(0).refuses = EACCES;
        plug(1, "its meta data", 1).refuses = EACCES;
        List<FoundCamera<OpenCvCameraConfig>> found = find();
        assertThat(found).hasSize(1);
        String group =
                Files.getAttribute(nodes.dev().resolve("video0"), "posix:group").toString();
        assertThat(found.get(0).name()).isEqualTo("Webcam 0");
        assertThat(found.get(0).problem().orElseThrow()).contains("group " + group, "usermod -aG " + group);
        assertThat(found.get(0).config()).isEmpty();

        Files.writeString(nodes.groups(), group + ":x:44:you,me\n");
        assertThat(find().get(0).problem().orElseThrow())
                .contains("log out and in again")
                .doesNotContain("usermod");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // links
    void listsACameraThatIsInUseWithItsModesAndByWhom() throws Exception {
        webcam(0).streams = true;
        Path files = Files.createDirectories(nodes.proc().resolve("4711/fd"));
        Files.createSymbolicLink(files.resolve("3"), Path.of(nodes.device(0)));
        Files.writeString(nodes.proc().resolve("4711/comm"), "cheese\n");
        FoundCamera<OpenCvCameraConfig> camera = find().get(0);
        assertThat(camera.modes()).hasSize(4);
        assertThat(camera.problem().orElseThrow()).contains("in use by cheese (process 4711)");
        assertThat(camera.config()).isEmpty();
    }

    @Test
    void listsACameraThatNobodyElseMayOpenMeanwhile() throws Exception {
        webcam(0).refuses = EBUSY;
        assertThat(find().get(0).problem().orElseThrow()).contains("in use by another program");
    }

    @Test
    void listsACameraWhoseDeviceFileIsMissing() throws Exception {
        webcam(0);
        video.devices.clear();
        assertThat(find().get(0).problem().orElseThrow()).contains("--device " + nodes.device(0));
    }

    @Test
    void saysThatThereAreSizesBetween() throws Exception {
        FakeVideo.Device device = plug(0, "sensor", 0);
        device.formats.add("YUYV");
        device.sizes.add(new int[] {32, 1640, 8, 24, 1232, 8});
        device.rates.add(new int[] {41, 2}); // from 41 down to 2
        FoundCamera<OpenCvCameraConfig> camera = find().get(0);
        assertThat(camera.modes())
                .extracting(mode -> mode.width() + "x" + mode.height())
                .containsExactly(
                        "160x120", "320x240", "640x480", "800x600", "1024x768", "1280x720", "1280x960", "1640x1232");
        assertThat(camera.modes().get(0).fps()).containsExactly(41.0, 30.0, 25.0, 20.0, 15.0, 10.0, 5.0, 2.0);
        assertThat(camera.remarks()).singleElement().asString().contains("32x24 to 1640x1232", "steps of 8x8");
    }

    @Test
    void takesThePictureInAModeWithAWholeRate() throws Exception {
        FakeVideo.Device device = webcam(0);
        device.currentRate = 0; // it does not tell
        assertThat(find().get(0).config().orElseThrow().fps()).isEqualTo(30);
    }

    @Test
    void asksOpenCvWhereTheKernelCannotBeAsked() throws Exception {
        webcam(3);
        VideoCalls none = new VideoCalls() {
            @Override
            public int open(String device) {
                throw new UnsatisfiedLinkError("no jnidispatch");
            }

            @Override
            public int ioctl(int handle, int request, byte[] argument) {
                throw new AssertionError();
            }

            @Override
            public void close(int handle) {
                throw new AssertionError();
            }
        };
        FoundCamera<OpenCvCameraConfig> camera = new CameraSearch(
                        nodes, none, number -> Optional.of(new DefaultMode("MJPG", 1280, 720, 30)))
                .find()
                .get(0);
        assertThat(camera.modes()).extracting(CameraMode::text).containsExactly("MJPG 1280x720 at 30 fps");
        assertThat(camera.remarks()).singleElement().asString().contains("JNA", "default");
    }

    @Test
    void saysOnOtherSystemsThatOnlyTheDefaultModeCanBeTold() throws Exception {
        List<FoundCamera<OpenCvCameraConfig>> found = new CameraSearch(
                        nodes,
                        video,
                        number -> number == 1 ? Optional.of(new DefaultMode("MJPG", 1280, 720, 30)) : Optional.empty())
                .findElsewhere("Plan 9");
        assertThat(found).singleElement().satisfies(camera -> {
            assertThat(camera.id()).isEqualTo("1");
            assertThat(camera.remarks()).singleElement().asString().contains("Plan 9", "only the default mode");
            assertThat(camera.config().orElseThrow().backend()).isEqualTo(Backend.ANY);
        });
    }

    @Test
    void findsNothingWhereNoCameraWasEverPluggedIn() throws Exception {
        assertThat(find()).isEmpty();
    }
}
