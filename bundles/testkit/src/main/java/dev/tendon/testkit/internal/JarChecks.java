/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.testkit.Check;
import dev.tendon.testkit.Check.Body;
import dev.tendon.testkit.internal.PackageRange.Triple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** What a jar promises before anything of it runs. */
public final class JarChecks {
    private static final Duration ALL = Duration.ofSeconds(20);
    private static final String OURS = "dev.tendon.";
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|so\\.[0-9.]+|dll|dylib|jnilib)");
    private static final Pattern IMPLEMENTATION = Pattern.compile("<implementation\\s+class=\"([^\"]+)\"");

    private final Path jar;
    private final Map<String, String> host;

    private JarChecks(Path jar, Map<String, String> host) {
        this.jar = jar;
        this.host = host;
    }

    /**
     * The checks of a jar.
     *
     * @param host what Tendon offers: versions by package
     */
    public static List<Check> of(Path jar, Map<String, String> host) {
        JarChecks checks = new JarChecks(jar, host);
        return List.of(
                checks.check("manifest", "it is a bundle with a name and a version of its own", checks::manifest),
                checks.check(
                        "imports",
                        "it imports packages of Tendon by a range that holds the present version and ends before the next major one",
                        checks::imports),
                checks.check(
                        "exports", "it exports no implementation, and nothing that Tendon offers", checks::exports),
                checks.check(
                        "natives",
                        "native libraries are in a bundle of their own, which stays when drivers change",
                        checks::natives),
                checks.check("embedded", "it has no copy of Tendon's classes in it", checks::embedded));
    }

    private Check check(String id, String promise, Body body) {
        return new Check(id, String.valueOf(jar.getFileName()), promise, ALL, body);
    }

    private Attributes headers() throws IOException, Violation {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Violation.unless(manifest != null, "It has no manifest.");
            return manifest.getMainAttributes();
        }
    }

    private Set<String> entries(Predicate<String> wanted) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Set<String> names = new TreeSet<>();
            file.stream().map(ZipEntry::getName).filter(wanted).forEach(names::add);
            return names;
        }
    }

    private void manifest() throws Exception {
        Attributes headers = headers();
        String name = headers.getValue("Bundle-SymbolicName");
        Violation.unless(name != null && !name.isBlank(), "It has no Bundle-SymbolicName.");
        String version = headers.getValue("Bundle-Version");
        Violation.unless(
                version != null && !version.isBlank() && !version.matches("0(\\.0)*"),
                "It has no Bundle-Version; an update could not be told from what is there.");
        Violation.unless(
                !"1".equals(headers.getValue("Bundle-ManifestVersion"))
                        && headers.getValue("Bundle-ManifestVersion") != null,
                "It has no Bundle-ManifestVersion: 2.");
    }

    private void imports() throws Exception {
        Attributes headers = headers();
        Violation.unless(
                headers.getValue("DynamicImport-Package") == null,
                "It has a DynamicImport-Package: what it needs would show only while it runs.");
        for (Clause clause : Clause.parse(headers.getValue("Require-Bundle"))) {
            Violation.unless(
                    clause.paths().stream().noneMatch(name -> name.startsWith(OURS)),
                    "It requires the bundle " + clause.paths() + "; import its packages instead.");
        }
        List<String> problems = new ArrayList<>();
        Set<String> own = new LinkedHashSet<>();
        Clause.parse(headers.getValue("Export-Package")).forEach(clause -> own.addAll(clause.paths()));
        for (Clause clause : Clause.parse(headers.getValue("Import-Package"))) {
            for (String name : clause.paths()) {
                if (name.startsWith(OURS) && !own.contains(name)) {
                    problem(name, clause).ifPresent(problems::add);
                }
            }
        }
        Violation.unless(problems.isEmpty(), String.join(" ", problems));
    }

    private java.util.Optional<String> problem(String name, Clause clause) {
        String offered = host.get(name);
        if (offered == null) {
            return clause.parameter("resolution:").map("optional"::equals).orElse(false)
                    ? java.util.Optional.empty()
                    : java.util.Optional.of("It imports " + name + ", which Tendon does not offer.");
        }
        Triple version = Triple.parse(offered);
        String text = clause.parameter("version").orElse("0");
        PackageRange range = PackageRange.parse(text);
        if (!range.contains(version)) {
            return java.util.Optional.of(
                    "It imports " + name + " in version " + text + ", and Tendon offers " + offered + ".");
        }
        if (range.contains(version.nextMajor()) || range.high().isEmpty()) {
            return java.util.Optional.of("It imports " + name + " in version " + text
                    + ", also after the next break; end the range before " + version.nextMajor() + ": ["
                    + version.major()
                    + "." + version.minor() + "," + (version.major() + 1) + ").");
        }
        return java.util.Optional.empty();
    }

    private void exports() throws Exception {
        Set<String> exported = new LinkedHashSet<>();
        Clause.parse(headers().getValue("Export-Package")).forEach(clause -> exported.addAll(clause.paths()));
        List<String> problems = new ArrayList<>();
        for (String implementation : components()) {
            String home = implementation.substring(0, Math.max(0, implementation.lastIndexOf('.')));
            if (exported.contains(home)) {
                problems.add("It exports " + home + ", where its component " + implementation + " is.");
            }
        }
        for (String name : exported) {
            if (name.matches("(.*\\.)?(internal|impl)(\\..*)?")) {
                problems.add("It exports " + name + ".");
            } else if (host.containsKey(name)) {
                problems.add("It exports " + name + ", which Tendon offers.");
            }
        }
        Violation.unless(
                problems.isEmpty(),
                String.join(" ", problems)
                        + " What others import cannot be exchanged while they run; remove it from Export-Package.");
    }

    /** Classes of Declarative Services' components, as their files name them. */
    private List<String> components() throws IOException {
        List<String> classes = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            List<ZipEntry> files = file.stream()
                    .filter(entry -> entry.getName().matches("OSGI-INF/.*\\.xml"))
                    .map(entry -> (ZipEntry) entry)
                    .toList();
            for (ZipEntry entry : files) {
                Matcher implementation = IMPLEMENTATION.matcher(
                        new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                while (implementation.find()) {
                    classes.add(implementation.group(1));
                }
            }
        }
        return classes;
    }

    private void natives() throws Exception {
        Set<String> libraries = entries(name -> NATIVE.matcher(name).matches());
        boolean declared = headers().getValue("Bundle-NativeCode") != null;
        boolean offers = !components().isEmpty() || headers().getValue("Bundle-Activator") != null;
        Violation.unless(
                !offers || (libraries.isEmpty() && !declared),
                "It has native code in it " + (libraries.isEmpty() ? "(Bundle-NativeCode)" : libraries)
                        + ", and a native library can be loaded only once in a process: put it into a bundle of its own.");
    }

    private void embedded() throws Exception {
        Set<String> copies = new TreeSet<>();
        for (String name : entries(entry -> entry.startsWith("dev/tendon/") && entry.endsWith(".class"))) {
            String home = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
            if (host.containsKey(home)) {
                copies.add(home);
            }
        }
        Violation.unless(copies.isEmpty(), "It embeds " + String.join(", ", copies) + "; import them.");
    }
}
