/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Decides who is let in. Asked for every request, before anything is looked up. Immutable. Thread: any.
 *
 * <p>A name in {@code Host} that is not loopback's own is another site's, made to point here (DNS rebinding). A foreign {@code
 * Origin} or {@code Sec-Fetch-Site} is another site's page, or that of another port of this machine.
 */
final class Gate {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Token token;
    private final String ownName;

    /** @param ownName the address that is served on, as in a URL */
    Gate(Token token, String ownName) {
        this.token = token;
        this.ownName = ownName;
    }

    /**
     * The answer.
     *
     * @param status 200 where it may go on
     * @param path what was asked for, behind the token: empty for the page
     */
    record Decision(int status, String path) {
        boolean in() {
            return status == 200;
        }

        private static Decision refused(int status) {
            return new Decision(status, "");
        }
    }

    Decision decide(String method, URI uri, Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !isOurs(hosts.get(0))) {
            return Decision.refused(403);
        }
        if (!sameOrigin(headers, hosts.get(0))) {
            return Decision.refused(403);
        }
        String path = uri.getRawPath();
        if (path == null || !path.startsWith("/")) {
            return Decision.refused(403);
        }
        int end = path.indexOf('/', 1);
        if (!token.matches(end < 0 ? path.substring(1) : path.substring(1, end))) {
            return Decision.refused(403);
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Decision.refused(405);
        }
        return end < 0 ? Decision.refused(301) : new Decision(200, path.substring(end + 1));
    }

    private boolean isOurs(String host) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return NAMES.contains(name) || name.equals(ownName);
    }

    private static boolean sameOrigin(Headers headers, String host) {
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        return (origin == null || origin.equals("http://" + host))
                && (site == null || site.equals("same-origin") || site.equals("none"));
    }
}
