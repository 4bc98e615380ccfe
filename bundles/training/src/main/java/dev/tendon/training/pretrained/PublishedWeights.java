/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import dev.tendon.api.option.ConfigException;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds weights that torchvision publishes on this machine: in PyTorch's cache ({@code $TORCH_HOME/hub/checkpoints}, else below {@code
 * $XDG_CACHE_HOME/torch} or {@code ~/.cache/torch}) and in the Hub's ({@code $HF_HUB_CACHE}, {@code $HF_HOME/hub}, {@code
 * ~/.cache/huggingface/hub}). Immutable. Thread: any.
 */
public final class PublishedWeights {
    private static final String FIRST = "layer1.0.conv1.weight";

    private final Map<String, String> environment;
    private final Path home;

    /** Looks where a process of this environment, whose user's home this is, would. */
    public PublishedWeights(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /** Whether {@code wanted} names a file and not weights that torchvision has. */
    public static boolean isFile(String wanted) {
        return wanted.endsWith(".pth") || wanted.endsWith(".pt") || wanted.endsWith(".safetensors");
    }

    /**
     * The weights, by torchvision's names, without the classifier.
     *
     * @param wanted torchvision's name for them, or a file
     * @param option the option that names them, for messages
     * @throws ConfigException where there are none of that name, or their file is not here
     * @throws UnreadableWeightsException where the file is damaged, or holds anything but tensors
     */
    public WeightSource find(String wanted, String option) throws IOException {
        if (isFile(wanted)) {
            Path file = Path.of(wanted);
            if (!Files.isRegularFile(file)) {
                throw new ConfigException(option + ": there is no file " + file);
            }
            TensorWeights weights = TensorWeights.open(file);
            if (!weights.names().contains(FIRST)) {
                throw new ConfigException(option + ": " + file + " holds no ResNet in torchvision's names: it has no \""
                        + FIRST + "\", but " + weights.names().stream().limit(3).toList());
            }
            return weights;
        }
        Published published = Published.named(wanted)
                .orElseThrow(() -> new ConfigException(option + ": torchvision has no weights \"" + wanted
                        + "\" that are known here, only " + String.join(", ", Published.names())
                        + ". Or give a file (.pth, .safetensors), or null to begin without"));
        Path cached = torchCache().resolve(published.file());
        if (Files.isRegularFile(cached)) {
            check(cached, published);
            return TensorWeights.open(cached);
        }
        Set<Path> looked = new LinkedHashSet<>(Set.of(cached));
        for (Path hub : hubCaches()) {
            Path repository = hub.resolve("models--" + published.hub().replace("/", "--"));
            Optional<Path> file = snapshot(repository);
            if (file.isPresent()) {
                return TensorWeights.open(file.get());
            }
            looked.add(repository);
        }
        throw missing(published, option, cached, looked);
    }

    private static ConfigException missing(Published published, String option, Path cached, Set<Path> looked) {
        return new ConfigException(
                option + "=" + published.name() + ": the weights are not on this machine. Looked for "
                        + looked.stream().map(Path::toString).collect(Collectors.joining(" and ")) + ". Download "
                        + published.address() + " to " + cached + ", or begin without: " + option + "=null");
    }

    private Path torchCache() {
        String torch = environment.getOrDefault("TORCH_HOME", "");
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = !torch.isEmpty()
                ? expanded(torch)
                : (cache.isEmpty() ? home.resolve(".cache") : expanded(cache)).resolve("torch");
        return base.resolve("hub").resolve("checkpoints");
    }

    private Set<Path> hubCaches() {
        Set<Path> caches = new LinkedHashSet<>();
        String cache = environment.getOrDefault("HF_HUB_CACHE", "");
        String huggingFace = environment.getOrDefault("HF_HOME", "");
        if (!cache.isEmpty()) {
            caches.add(expanded(cache));
        }
        caches.add((huggingFace.isEmpty() ? home.resolve(".cache").resolve("huggingface") : expanded(huggingFace))
                .resolve("hub"));
        return caches;
    }

    private Path expanded(String path) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
    }

    private static Optional<Path> snapshot(Path repository) throws IOException {
        Path snapshots = repository.resolve("snapshots");
        if (!Files.isDirectory(snapshots)) {
            return Optional.empty();
        }
        Set<Path> all = new TreeSet<>();
        try (DirectoryStream<Path> revisions = Files.newDirectoryStream(snapshots)) {
            revisions.forEach(revision -> all.add(revision.resolve("model.safetensors")));
        }
        return all.stream().filter(Files::isRegularFile).findFirst();
    }

    private static void check(Path file, Published published) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            String digest =
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            if (!digest.startsWith(published.digest())) {
                throw new UnreadableWeightsException(
                        file,
                        "its SHA-256 is " + digest + " and does not begin with " + published.digest()
                                + ": it is damaged or incomplete");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
