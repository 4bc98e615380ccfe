/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.choice;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.config.RefusedChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who gets which name. Versions of one bundle: the highest, and of equal ones the bundle that was installed last, since that
 * one is the update. Different bundles: who has the name keeps it, through all its updates, until no version of it is left;
 * then the first of those that wait. Thread: any; guarded by itself.
 *
 * @param <T> what a claim leads to
 */
public final class Claims<T> {
    private record Key(String registry, String name) {}

    /** A name and who has it. */
    public record Granted<T>(ChoiceInfo info, T target) {}

    private static final Comparator<Claim> NEWEST_FIRST = Comparator.comparing(Claim::version, Versions.ORDER)
            .thenComparing(Claim::bundleOrder)
            .reversed()
            .thenComparing(Claim::order);

    private final Map<Claim, T> claims = new LinkedHashMap<>();
    private final Map<Key, String> keepers = new LinkedHashMap<>();

    /**
     * Adds a claim. One that came before those of the bundle that has a name takes it over: claims that were there already
     * are not always told in their order.
     *
     * @return the names among the claim's that are refused, to this one or to another
     */
    public synchronized List<RefusedChoice> add(Claim claim, T target) {
        claims.put(claim, target);
        List<Key> keys = keys(claim);
        for (Key key : keys) {
            boolean earlier = claims.keySet().stream()
                    .filter(other -> other.bundle().equals(keepers.get(key))
                            && keys(other).contains(key))
                    .allMatch(other -> claim.order() < other.order());
            if (earlier) {
                keepers.put(key, claim.bundle());
            }
        }
        return refused().stream()
                .filter(refused -> keys.contains(new Key(refused.registry(), refused.name())))
                .toList();
    }

    /** Withdraws a claim. */
    public synchronized void remove(Claim claim) {
        claims.remove(claim);
        for (Key key : keys(claim)) {
            List<Claim> left = claims.keySet().stream()
                    .filter(other -> keys(other).contains(key))
                    .sorted(Comparator.comparing(Claim::order))
                    .toList();
            if (left.stream().noneMatch(other -> other.bundle().equals(keepers.get(key)))) {
                keepers.remove(key);
                left.stream().findFirst().ifPresent(first -> keepers.put(key, first.bundle()));
            }
        }
    }

    /** Who has a name or alias. */
    public synchronized Optional<Granted<T>> find(String registry, String name) {
        return holder(new Key(registry, name)).map(claim -> granted(registry, claim));
    }

    /** Every choice, by registry and name. */
    public synchronized List<ChoiceInfo> list() {
        Map<String, ChoiceInfo> infos = new TreeMap<>();
        for (Claim claim : claims.keySet()) {
            for (String registry : claim.registries()) {
                if (claim.names().stream().anyMatch(name -> has(claim, registry, name))) {
                    ChoiceInfo info = granted(registry, claim).info();
                    infos.put(registry + " " + info.name(), info);
                }
            }
        }
        return List.copyOf(infos.values());
    }

    /** Every name that was refused. */
    public synchronized List<RefusedChoice> refused() {
        List<RefusedChoice> refused = new ArrayList<>();
        claims.keySet().forEach(claim -> refused.addAll(refused(claim)));
        return refused;
    }

    private List<RefusedChoice> refused(Claim claim) {
        return keys(claim).stream()
                .filter(key -> !claim.bundle().equals(keepers.get(key)))
                .map(key -> new RefusedChoice(
                        key.registry(), key.name(), claim.bundle(), claim.version(), keepers.getOrDefault(key, "")))
                .toList();
    }

    private Granted<T> granted(String registry, Claim claim) {
        List<String> names = claim.names().stream()
                .filter(name -> has(claim, registry, name))
                .toList();
        ChoiceInfo info = new ChoiceInfo(
                registry,
                names.get(0),
                names.subList(1, names.size()),
                claim.bundle(),
                claim.version(),
                claim.description());
        return new Granted<>(info, claims.get(claim));
    }

    private boolean has(Claim claim, String registry, String name) {
        return holder(new Key(registry, name)).filter(claim::equals).isPresent();
    }

    private Optional<Claim> holder(Key key) {
        return claims.keySet().stream()
                .filter(claim -> claim.bundle().equals(keepers.get(key)))
                .filter(claim -> claim.registries().contains(key.registry())
                        && claim.names().contains(key.name()))
                .min(NEWEST_FIRST);
    }

    private static List<Key> keys(Claim claim) {
        return claim.registries().stream()
                .flatMap(registry -> claim.names().stream().map(name -> new Key(registry, name)))
                .distinct()
                .toList();
    }
}
