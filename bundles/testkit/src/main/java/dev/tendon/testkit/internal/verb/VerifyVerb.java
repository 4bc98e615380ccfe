/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal.verb;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.Plugins;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.Finding.Outcome;
import dev.tendon.testkit.internal.JarChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins verify}. */
@Component(service = Verb.class)
@VerbName("plugins verify")
@VerbGroup("Plugins")
public final class VerifyVerb implements Verb<VerifyOptions> {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String OURS = "dev.tendon.";

    private final Plugins plugins;

    @Activate
    public VerifyVerb(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public int run(VerifyOptions options, Console console) throws IOException, InterruptedException, PluginException {
        List<Map<String, String>> findings = new ArrayList<>();
        for (Path file : options.files()) {
            verify(file, options, findings);
        }
        long failed = count(findings, Outcome.FAILED);
        findings.forEach(finding -> tell(finding, console));
        console.out((failed == 0 ? "Conforms" : "Does not conform") + ": " + count(findings, Outcome.PASSED)
                + " passed, " + failed + " failed, " + count(findings, Outcome.NOT_TRIED) + " not tried");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("conforms", failed == 0);
        json.put("passed", count(findings, Outcome.PASSED));
        json.put("failed", failed);
        json.put("not_tried", count(findings, Outcome.NOT_TRIED));
        json.put("findings", findings);
        console.json(json);
        return failed == 0 ? DONE : FAILED;
    }

    private static long count(List<Map<String, String>> findings, Outcome outcome) {
        return findings.stream()
                .filter(finding -> Findings.is(finding, outcome))
                .count();
    }

    private static void tell(Map<String, String> finding, Console console) {
        String mark = Findings.is(finding, Outcome.PASSED)
                ? "ok        "
                : Findings.is(finding, Outcome.FAILED) ? "FAILED    " : "not tried ";
        console.out(mark + finding.get("subject") + ", " + finding.get("check") + ": " + finding.get("promise"));
        if (!String.valueOf(finding.get("text")).isEmpty()) {
            console.out("            " + finding.get("text"));
        }
    }

    private void verify(Path file, VerifyOptions options, List<Map<String, String>> findings)
            throws IOException, InterruptedException, PluginException {
        List<Path> jars = new ArrayList<>(List.of(file));
        jars.addAll(options.with());
        String name = String.valueOf(file.getFileName());
        String promise = "it resolves and starts in a host like this one";
        try {
            findings.addAll(plugins.store().inTrial(jars, LIMIT, (trial, tried) -> {
                Bundle bundle = tried.stream()
                        .filter(candidate -> candidate.getLocation().endsWith("/" + name))
                        .findFirst()
                        .orElseThrow();
                List<Map<String, String>> found = new ArrayList<>();
                found.add(Findings.of("starts", name, promise, ""));
                for (Check check : JarChecks.of(file, offered(trial, tried))) {
                    found.add(Findings.plain(check.run()));
                }
                found.addAll(suite(trial, bundle, options));
                found.add(Findings.of(
                        "classes",
                        name,
                        "nothing holds its classes once it is uninstalled",
                        held(trial, bundle, options)));
                return found;
            }));
        } catch (PluginException e) {
            if (e.kind() == Kind.NO_BUNDLE) {
                throw e;
            }
            findings.add(Findings.failed("starts", name, promise, String.valueOf(e.getMessage())));
        }
    }

    /**
     * What holds its classes. A second life decides: threads that host bundles start once and keep for good remember who was on the stack
     * then, and that is no growth.
     */
    private static String held(BundleContext trial, Bundle bundle, VerifyOptions options)
            throws BundleException, InterruptedException, InvalidSyntaxException {
        String location = bundle.getLocation();
        if (ClassesFreed.problem(trial, bundle).isEmpty()) {
            return "";
        }
        Bundle again = trial.installBundle(location);
        again.start();
        suite(trial, again, options);
        return ClassesFreed.problem(trial, again);
    }

    /** The packages of Tendon's own, with their versions; not those of what is tried. */
    private static Map<String, String> offered(BundleContext trial, List<Bundle> tried) {
        Map<String, String> packages = new TreeMap<>();
        for (Bundle bundle : trial.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null && !tried.contains(bundle)) {
                for (BundleCapability capability :
                        revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                    Map<String, Object> attributes = capability.getAttributes();
                    String name = String.valueOf(attributes.get(PackageNamespace.PACKAGE_NAMESPACE));
                    if (name.startsWith(OURS)) {
                        packages.put(
                                name, String.valueOf(attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)));
                    }
                }
            }
        }
        return packages;
    }

    @SuppressWarnings("unchecked") // the throw-away framework has this very bundle in it
    private static List<Map<String, String>> suite(BundleContext trial, Bundle bundle, VerifyOptions options)
            throws InvalidSyntaxException {
        ServiceReference<?>[] references =
                trial.getAllServiceReferences(Function.class.getName(), "(" + TrialSuite.PROPERTY + "=true)");
        if (references == null) {
            throw new IllegalStateException("the bundle dev.tendon.testkit does not run in the throw-away framework");
        }
        Object suite = trial.getService(references[0]);
        Map<String, Object> request = new HashMap<>();
        request.put(TrialSuite.BUNDLE, bundle.getBundleId());
        options.choice().ifPresent(choice -> request.put(TrialSuite.CHOICE, choice));
        options.present().ifPresent(present -> request.put(TrialSuite.PRESENT, present));
        options.absent().ifPresent(absent -> request.put(TrialSuite.ABSENT, absent));
        try {
            return ((Function<Map<String, Object>, List<Map<String, String>>>) suite).apply(request);
        } finally {
            trial.ungetService(references[0]);
        }
    }
}
