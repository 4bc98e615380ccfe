/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.LeRobotHome;
import dev.tendon.dataset.read.Item;
import dev.tendon.dataset.read.ItemReader;
import dev.tendon.dataset.read.ReadOptions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon imgtransform-viz}. */
@Component(service = Verb.class)
@VerbName("imgtransform-viz")
@VerbGroup("Datasets")
public final class PreviewVerb implements Verb<PreviewOptions> {
    private final Video video;

    @Activate
    public PreviewVerb(@Reference Video video) {
        this.video = video;
    }

    @Override
    public int run(PreviewOptions options, Console console) throws IOException {
        Path home = LeRobotHome.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Path root = options.root().orElseGet(() -> home.resolve(options.repoId().orElseThrow()));
        Picture original = first(root, options.episodes().orElse(List.of(0)));
        if (!options.imageTransforms().enable()) {
            console.err(
                    "image_transforms.enable is false: training leaves pictures as they are, unless it is given there");
        }
        Path folder =
                options.outputDir().resolve(root.toAbsolutePath().normalize().getFileName());
        Preview preview = new Preview(original, folder, options.nExamples(), options.seed());
        preview.write(options.imageTransforms());
        console.out(
                preview.written() + " pictures in " + folder + ": original_frame.png, some with all transforms in all,"
                        + " and for each transform some by chance and its min, mean and max");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("output_dir", folder.toString());
        json.put("pictures", preview.written());
        console.json(json);
        return DONE;
    }

    private Picture first(Path root, List<Integer> episodes) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            String camera = dataset.info().features().values().stream()
                    .filter(feature -> !feature.tabular())
                    .findFirst()
                    .orElseThrow(() -> new ConfigException("The dataset " + root + " has no camera"))
                    .name();
            int episode = episodes.isEmpty() ? 0 : episodes.get(0);
            if (episode < 0 || episode >= dataset.episodes().size()) {
                throw new ConfigException("--episodes: the dataset has no episode " + episode + ", only 0 to "
                        + (dataset.episodes().size() - 1));
            }
            try (ItemReader reader =
                    ItemReader.open(dataset, video, ReadOptions.DEFAULT.withFeatures(Set.of(camera)))) {
                Item item = reader.newItem();
                reader.read(episode, 0, item);
                Picture picture = new Picture(item.width(camera), item.height(camera));
                picture.read(item.rgb(camera, 0));
                return picture;
            }
        }
    }
}
