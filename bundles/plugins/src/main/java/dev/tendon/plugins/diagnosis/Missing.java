/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;

/** Says in words what an unresolved bundle misses, from the framework's requirements and capabilities. Thread: its creator's. */
public final class Missing {
    private static final Pattern AT_LEAST = Pattern.compile("\\((?:bundle-)?version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");
    private static final Pattern UP_TO = Pattern.compile("\\((?:bundle-)?version<=([^)]+)\\)");

    private final List<Bundle> bundles;
    private final Set<Bundle> asked = new HashSet<>();

    private Missing(List<Bundle> bundles) {
        this.bundles = bundles;
    }

    /**
     * What {@code bundle} misses, or what those miss that it needs.
     *
     * @param fallback the framework's own text, for what is no single missing thing (two versions of one package in one
     *     class space)
     */
    public static String of(Bundle bundle, BundleContext context, String fallback) {
        List<String> sentences = new Missing(List.of(context.getBundles())).sentences(bundle);
        return sentences.isEmpty() ? fallback : String.join("; ", sentences);
    }

    private List<String> sentences(Bundle bundle) {
        List<String> sentences = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (!asked.add(bundle) || revision == null) {
            return sentences;
        }
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isMandatory(requirement)) {
                List<BundleCapability> offers = matching(requirement);
                if (offers.isEmpty()) {
                    sentences.add(words(requirement));
                } else if (offers.stream().noneMatch(offer -> isResolved(offer.getRevision()))) {
                    sentences.addAll(throughOffers(requirement, offers));
                }
            }
        }
        return sentences;
    }

    private List<String> throughOffers(BundleRequirement requirement, List<BundleCapability> offers) {
        List<String> sentences = new ArrayList<>();
        for (BundleCapability offer : offers) {
            Bundle provider = offer.getRevision().getBundle();
            if (!provider.equals(requirement.getRevision().getBundle())) {
                for (String sentence : sentences(provider)) {
                    sentences.add(
                            "it needs " + provider.getSymbolicName() + ", and that misses something: " + sentence);
                }
            }
        }
        return sentences;
    }

    private static boolean isResolved(BundleRevision revision) {
        return revision.getWiring() != null;
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String resolution = directives.getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, "mandatory");
        String effective = directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, "resolve");
        return resolution.equals("mandatory") && effective.equals("resolve");
    }

    private List<BundleCapability> matching(BundleRequirement requirement) {
        List<BundleCapability> offers = new ArrayList<>();
        for (BundleCapability capability : capabilities(requirement.getNamespace())) {
            if (requirement.matches(capability)) {
                offers.add(capability);
            }
        }
        return offers;
    }

    private List<BundleCapability> capabilities(String namespace) {
        List<BundleCapability> capabilities = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                capabilities.addAll(revision.getDeclaredCapabilities(namespace));
            }
        }
        return capabilities;
    }

    private String words(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        return switch (namespace) {
            case PackageNamespace.PACKAGE_NAMESPACE -> named("the package", requirement, filter);
            case BundleNamespace.BUNDLE_NAMESPACE -> named("the bundle", requirement, filter);
            case HostNamespace.HOST_NAMESPACE -> named("the host bundle", requirement, filter);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> "it needs " + javaWanted(filter)
                    + ", and this is Java " + Runtime.version().feature();
            default -> named("the capability " + namespace, requirement, filter);
        };
    }

    private String named(String what, BundleRequirement requirement, String filter) {
        String namespace = requirement.getNamespace();
        Matcher name = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)")
                .matcher(filter);
        if (!name.find()) {
            return "it needs " + what + " with " + (filter.isEmpty() ? requirement.toString() : filter)
                    + ", which no bundle offers";
        }
        String wanted = what + " " + name.group(1) + range(filter);
        Set<String> offers = new TreeSet<>();
        for (BundleCapability capability : capabilities(namespace)) {
            if (name.group(1).equals(String.valueOf(capability.getAttributes().get(namespace)))
                    && !capability.getRevision().equals(requirement.getRevision())) {
                offers.add(offer(capability));
            }
        }
        return "it needs " + wanted
                + (offers.isEmpty() ? ", which no bundle offers" : ", and " + String.join(" and ", offers));
    }

    private static String offer(BundleCapability capability) {
        Bundle provider = capability.getRevision().getBundle();
        Object version = capability.getAttributes().get("version");
        Object bundleVersion = capability.getAttributes().get("bundle-version");
        Object offered = version == null ? bundleVersion : version;
        String who = provider.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                ? "the host itself"
                : provider.getSymbolicName() + " " + provider.getVersion();
        return who + " offers " + (offered == null ? "it with other attributes" : "version " + offered);
    }

    private static String range(String filter) {
        Matcher least = AT_LEAST.matcher(filter.replaceAll("\\(!\\([^)]*\\)\\)", ""));
        Matcher below = BELOW.matcher(filter);
        Matcher upTo = UP_TO.matcher(filter);
        if (!least.find()) {
            return "";
        }
        if (below.find()) {
            return " in version [" + least.group(1) + "," + below.group(1) + ")";
        }
        return upTo.find()
                ? " in version [" + least.group(1) + "," + upTo.group(1) + "]"
                : " in version " + least.group(1) + " or higher";
    }

    private static String javaWanted(String filter) {
        Matcher version = Pattern.compile("\\(version=([^)]+)\\)").matcher(filter);
        return version.find() ? "Java " + version.group(1) : "another Java (" + filter + ")";
    }
}
