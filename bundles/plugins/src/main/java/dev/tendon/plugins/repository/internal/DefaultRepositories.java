/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.repository.Repositories;
import dev.tendon.plugins.repository.internal.Entry.Capability;
import dev.tendon.plugins.repository.internal.Needs.Located;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.NotABundleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The service. It looks at the framework's bundles, so it holds the framework's context, as the store does. */
@Component
public final class DefaultRepositories implements Repositories {
    private static final String HERE = "given";

    private final BundleContext system;
    private final Path folder;
    private final RepositoryList list;
    private final Downloads downloads;

    @Activate
    public DefaultRepositories(BundleContext context) {
        this(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext(), home(context));
    }

    DefaultRepositories(BundleContext system, Path home) {
        this.system = system;
        folder = home.resolve("repositories");
        list = new RepositoryList(folder.resolve("list"));
        downloads = new Downloads(folder.resolve("downloads"));
    }

    private static Path home(BundleContext context) {
        String home = context.getProperty("tendon.home");
        return home == null ? Path.of(System.getProperty("user.home"), ".tendon") : Path.of(home);
    }

    @Override
    public List<Repository> list() throws IOException {
        return list.read();
    }

    @Override
    public Repository add(String name, List<String> urls) throws PluginException, IOException {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new PluginException(
                    Kind.NO_BUNDLE, "\"" + name + "\" is no name for a repository: letters, digits, dots and dashes.");
        }
        List<String> places = new ArrayList<>();
        for (String url : urls) {
            places.add(Place.of(url).index().toString());
        }
        Repository repository = new Repository(name, places);
        list.put(repository);
        return repository;
    }

    @Override
    public boolean remove(String name) throws IOException {
        return list.remove(name);
    }

    @Override
    public Indexed index(Path indexed, String name) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(indexed)) {
            jars = files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
        List<Entry> entries = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Path jar : jars) {
            try {
                String url = indexed.toUri().relativize(jar.toUri()).toString();
                entries.add(JarEntries.read(jar, url));
            } catch (NotABundleException e) {
                skipped.add(String.valueOf(e.getMessage()));
            }
        }
        entries.sort(Comparator.comparing(Entry::symbolicName).thenComparing(Entry::version));
        Path file = indexed.resolve("index.xml");
        Written.aside(file, IndexWriter.write(name, entries).getBytes(StandardCharsets.UTF_8), new DurableFiles());
        return new Indexed(file, entries.size(), skipped);
    }

    private List<Opened> open(Optional<String> only, List<String> notes)
            throws PluginException, IOException, InterruptedException {
        if (only.isPresent()) {
            Optional<Repository> known = list.read().stream()
                    .filter(one -> one.name().equals(only.get()))
                    .findFirst();
            return List.of(Opened.of(
                    known.orElse(new Repository(HERE, List.of(only.get()))), folder.resolve("copies"), notes));
        }
        List<Repository> configured = list.read();
        if (configured.isEmpty()) {
            throw new PluginException(
                    Kind.NO_BUNDLE,
                    "No repository is configured. Add one: tendon plugins repositories add NAME URL. Or name one:"
                            + " --repository=URL");
        }
        List<Opened> opened = new ArrayList<>();
        IOException failure = null;
        for (Repository repository : configured) {
            try {
                opened.add(Opened.of(repository, folder.resolve("copies"), notes));
            } catch (IOException e) {
                failure = e;
                notes.add(String.valueOf(e.getMessage()));
            }
        }
        if (opened.isEmpty() && failure != null) {
            throw failure;
        }
        return opened;
    }

    private static List<Located> located(List<Opened> opened) {
        List<Located> all = new ArrayList<>();
        for (Opened repository : opened) {
            repository.entries().forEach(entry -> all.add(new Located(entry, repository)));
        }
        return all;
    }

    @Override
    public Answer search(List<String> words, Optional<String> only)
            throws PluginException, IOException, InterruptedException {
        List<String> notes = new ArrayList<>();
        Map<String, Located> newest = new TreeMap<>();
        for (Located located : located(open(only, notes))) {
            Entry entry = located.entry();
            String text =
                    (entry.symbolicName() + " " + entry.description() + " " + entry.choices()).toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)))) {
                newest.merge(entry.symbolicName(), located, (a, b) -> higher(a, b) ? a : b);
            }
        }
        return new Answer(
                newest.values().stream().map(DefaultRepositories::found).toList(), List.of(), notes);
    }

    private static boolean higher(Located a, Located b) {
        return a.entry().version().compareTo(b.entry().version()) >= 0;
    }

    private static Found found(Located located) {
        Entry entry = located.entry();
        return new Found(
                entry.symbolicName(),
                entry.version().toString(),
                entry.description(),
                entry.choices(),
                entry.size(),
                entry.sha256(),
                located.repository().name());
    }

    @Override
    public Answer plan(List<String> names, Optional<String> only)
            throws PluginException, IOException, InterruptedException {
        List<String> notes = new ArrayList<>();
        List<Located> offered = located(open(only, notes));
        List<Located> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(choose(name, offered));
        }
        Map<Located, String> plan = new Needs(hostCapabilities(), offered).of(wanted);
        return new Answer(
                plan.keySet().stream().map(DefaultRepositories::found).toList(), List.copyOf(plan.values()), notes);
    }

    private static Located choose(String wish, List<Located> offered) throws PluginException {
        int at = wish.lastIndexOf('@');
        String name = at > 0 ? wish.substring(0, at) : wish;
        Optional<Version> version = at > 0 ? version(wish.substring(at + 1)) : Optional.empty();
        List<Located> named = offered.stream()
                .filter(located -> located.entry().symbolicName().equals(name)
                        || located.entry().choices().stream().anyMatch(choice -> choice.endsWith(" " + name)))
                .toList();
        List<String> bundles = named.stream()
                .map(located -> located.entry().symbolicName())
                .distinct()
                .toList();
        if (bundles.size() > 1) {
            throw new PluginException(
                    Kind.REFUSED,
                    "Several bundles offer " + name + ": " + String.join(", ", bundles) + ". Name one of them.");
        }
        return named.stream()
                .filter(located ->
                        version.isEmpty() || located.entry().version().equals(version.get()))
                .max(Comparator.comparing(located -> located.entry().version()))
                .orElseThrow(() -> unknown(wish, named, offered));
    }

    private static Optional<Version> version(String text) throws PluginException {
        try {
            return Optional.of(Version.parseVersion(text));
        } catch (IllegalArgumentException e) {
            throw new PluginException(Kind.NO_BUNDLE, "\"" + text + "\" is not a version: 1.2.3", e);
        }
    }

    private static PluginException unknown(String wish, List<Located> named, List<Located> offered) {
        if (!named.isEmpty()) {
            return new PluginException(
                    Kind.REFUSED,
                    "There is no " + wish + "; there is "
                            + String.join(
                                    ", ",
                                    named.stream()
                                            .map(located ->
                                                    located.entry().version().toString())
                                            .distinct()
                                            .toList())
                            + ".");
        }
        List<String> names = offered.stream()
                .map(located -> located.entry().symbolicName())
                .distinct()
                .sorted(Comparator.comparingInt(name -> distance(name, wish)))
                .limit(3)
                .toList();
        return new PluginException(
                Kind.REFUSED,
                "There is neither a file " + wish + " nor a plugin of that name in the repositories"
                        + (names.isEmpty() ? "; they are empty." : ". Nearest: " + String.join(", ", names) + "."));
    }

    /** Letters that one has and the other lacks: enough to sort by. */
    private static int distance(String a, String b) {
        return (int) (a.chars().filter(c -> b.indexOf(c) < 0).count()
                        + b.chars().filter(c -> a.indexOf(c) < 0).count())
                - (a.contains(b) ? 100 : 0);
    }

    private List<Capability> hostCapabilities() {
        List<Capability> capabilities = new ArrayList<>();
        for (Bundle bundle : system.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                for (BundleCapability capability : revision.getDeclaredCapabilities(null)) {
                    capabilities.add(
                            new Capability(capability.getNamespace(), new LinkedHashMap<>(capability.getAttributes())));
                }
            }
        }
        return capabilities;
    }

    @Override
    public List<Path> download(Answer plan, Optional<String> only, Consumer<String> progress)
            throws PluginException, IOException, InterruptedException {
        List<Located> offered = located(open(only, new ArrayList<>()));
        List<Path> files = new ArrayList<>();
        for (Found found : plan.bundles()) {
            Located located = offered.stream()
                    .filter(one -> one.entry().sha256().equals(found.sha256())
                            && one.entry().symbolicName().equals(found.symbolicName()))
                    .findFirst()
                    .orElseThrow(() -> new PluginException(
                            Kind.REFUSED,
                            "The repository changed meanwhile: it has no " + found.symbolicName() + " "
                                    + found.version() + " any more. Try again."));
            progress.accept(found.symbolicName() + " " + found.version() + ": " + found.size() + " bytes from "
                    + found.repository());
            files.add(downloads.get(located));
        }
        return files;
    }
}
