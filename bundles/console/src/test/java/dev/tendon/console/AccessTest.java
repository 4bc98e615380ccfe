/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.SessionDisplay;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and to what. */
@Timeout(30)
class AccessTest {
    private final BrowserDisplays displays = new BrowserDisplays();
    private SessionDisplay display;
    private URI address;
    private String host;
    private String page;

    @BeforeEach
    void open() throws IOException {
        display = displays.open(request(Optional.empty(), Optional.empty()));
        address = display.address();
        host = "Host: " + address.getAuthority();
        page = address.getPath();
    }

    @AfterEach
    void close() {
        displays.close();
    }

    private static DisplayRequest request(Optional<String> at, Optional<Integer> port) {
        return new DisplayRequest("test", 60, at, port);
    }

    private String status(String path, String... more) throws IOException {
        String[] headers = new String[more.length + 1];
        headers[0] = host;
        System.arraycopy(more, 0, headers, 1, more.length);
        return Wire.get(address, path, headers);
    }

    @Test
    void isServedOnLoopbackWithALongRandomTokenInItsAddress() throws Exception {
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        assertThat(page).matches("/[A-Za-z0-9_-]{43}/");
        try (SessionDisplay other = displays.open(request(Optional.empty(), Optional.empty()))) {
            assertThat(other.address().getPath()).isNotEqualTo(page);
        }
    }

    @Test
    void givesThePageAndItsPartsToWhoeverHasTheToken() throws Exception {
        for (String part : new String[] {
            "",
            "app.js",
            "charts.js",
            "cameras.js",
            "figures.js",
            "style.css",
            "uPlot.esm.js",
            "uPlot.min.css",
            "icon.svg"
        }) {
            assertThat(status(page + part)).as(part).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app.js",
                "/events",
                "/camera/0",
                "/favicon.ico",
                "//",
                "/wrong/",
                "/wrong/events",
                "*",
                "/%00/"
            })
    void refusesEveryPathWithoutTheToken(String path) throws Exception {
        assertThat(status(path)).matches("HTTP/1.1 40[034].*"); // by the JDK, where it is no path
    }

    @Test
    void refusesATokenThatIsNearlyRight() throws Exception {
        String token = page.substring(1, page.length() - 1);
        assertThat(status("/" + token.substring(1) + "/")).startsWith("HTTP/1.1 403");
        assertThat(status("/" + token + "A/")).startsWith("HTTP/1.1 403");
        assertThat(status("/" + token.toLowerCase(java.util.Locale.ROOT) + "/")).startsWith("HTTP/1.1 403");
        assertThat(status("/?token=" + token)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "localhost.evil.example:1",
                "192.168.0.7",
                ""
            })
    void refusesANameThatIsNotLoopbacksEvenWithTheToken(String name) throws Exception {
        assertThat(Wire.get(address, page, "Host: " + name)).startsWith("HTTP/1.1 403");
    }

    @Test
    void refusesRequestsWithoutAHostOrWithTwo() throws Exception {
        assertThat(Wire.get(address, page)).startsWith("HTTP/1.1 403");
        assertThat(Wire.get(address, page, host, "Host: evil.example")).startsWith("HTTP/1.1 403");
    }

    @Test
    void letsATunnelFromAnotherPortIn() throws Exception {
        assertThat(Wire.get(address, page, "Host: localhost:9000")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(Wire.get(address, page, "Host: [::1]:9000")).isEqualTo("HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void refusesRequestsOfOtherSitesPages(String header) throws Exception {
        assertThat(status(page + "events", header)).startsWith("HTTP/1.1 403");
    }

    @Test
    void letsItsOwnPageIn() throws Exception {
        assertThat(status(page, "Origin: http://" + address.getAuthority(), "Sec-Fetch-Site: same-origin"))
                .isEqualTo("HTTP/1.1 200 OK");
        assertThat(status(page, "Sec-Fetch-Site: none")).isEqualTo("HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../pom.xml",
                "..%2f..%2fpackage-info.class",
                "%2e%2e/Token.class",
                "./app.js",
                "app.js/",
                "/app.js",
                "web/app.js",
                "..\\app.js",
                "app.js%00",
                "camera/",
                "camera/0",
                "camera/-1",
                "camera/../app.js",
                "camera/99999999999999999999",
                "META-INF/MANIFEST.MF"
            })
    void hasNothingBesideItsParts(String path) throws Exception {
        assertThat(status(page + path)).matches("HTTP/1.1 40[04].*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT"})
    void readsOnly(String method) throws Exception {
        assertThat(Wire.ask(address, method, page, host, "Content-Length: 0")).startsWith("HTTP/1.1 405");
    }

    @Test
    void addsTheSlashThatACopiedAddressLost() throws Exception {
        try (Wire wire = new Wire(address)) {
            wire.say("GET " + page.substring(0, page.length() - 1) + " HTTP/1.1\r\n" + host + "\r\n\r\n");
            assertThat(wire.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 301").contains("ocation: " + page);
        }
    }

    @Test
    void forbidsStoringFramingAndForeignScripts() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .doesNotContain("<script>")
                .doesNotContain(" style=")
                .doesNotContain(" onload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET\r\n\r\n",
                "GET http://[ HTTP/1.1\r\n\r\n",
                "\u0016\u0003\u0001\u0002",
                "GET / HTTP/9.9\r\n\r\n"
            })
    void survivesWhatIsNoRequest(String bytes) throws Exception {
        try (Wire wire = new Wire(address)) {
            wire.say(bytes);
            wire.socket().shutdownOutput();
            assertThat(wire.status()).doesNotContain("200");
        }
        assertThat(status(page)).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void servesOthersWhileSomebodySaysNothing() throws Exception {
        try (Socket silent = new Socket(address.getHost(), address.getPort());
                Wire half = new Wire(address)) {
            half.say("GET " + page);
            assertThat(silent.isConnected()).isTrue();
            assertThat(status(page)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.20", "::", "example.org", "", "localhost.example.org"})
    void refusesToServeAnybodyElse(String at) {
        assertThatThrownBy(() -> displays.open(request(Optional.of(at), Optional.empty())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"" + at + "\"")
                .hasMessageContaining("ssh -L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void isServedWhereItIsTold(String at) throws Exception {
        try (SessionDisplay other = displays.open(request(Optional.of(at), Optional.of(0)))) {
            assertThat(other.address().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        int taken = address.getPort();
        assertThatThrownBy(() -> displays.open(request(Optional.empty(), Optional.of(taken))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("port " + taken)
                .hasMessageContaining("--display_port");
        assertThatThrownBy(() -> displays.open(request(Optional.empty(), Optional.of(70_000))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("70000");
    }

    @Test
    void isGoneWhenItsBundleStops() throws Exception {
        displays.close();
        assertThatThrownBy(() -> new Wire(address)).isInstanceOf(java.net.ConnectException.class);
        display.close();
    }
}
