/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal.verb;

import dev.tendon.testkit.Finding;
import dev.tendon.testkit.Finding.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Findings as plain maps: the form in which they cross from framework to framework, and that of {@code --json}. */
final class Findings {
    private Findings() {}

    static Map<String, String> plain(Finding finding) {
        Map<String, String> plain = new LinkedHashMap<>();
        plain.put("subject", finding.subject());
        plain.put("check", finding.check());
        plain.put("outcome", finding.outcome().name().toLowerCase(Locale.ROOT));
        plain.put("promise", finding.promise());
        plain.put("text", finding.text());
        return plain;
    }

    /** Failed where there is a problem. */
    static Map<String, String> of(String check, String subject, String promise, String problem) {
        return plain(
                new Finding(check, subject, promise, problem.isEmpty() ? Outcome.PASSED : Outcome.FAILED, problem));
    }

    static Map<String, String> failed(String check, String subject, String promise, String problem) {
        return of(check, subject, promise, problem);
    }

    static boolean is(Map<String, String> finding, Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).equals(finding.get("outcome"));
    }
}
