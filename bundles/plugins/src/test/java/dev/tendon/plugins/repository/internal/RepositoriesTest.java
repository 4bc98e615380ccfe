/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.TestHost;
import dev.tendon.plugins.TinyBundle;
import dev.tendon.plugins.repository.Repositories;
import dev.tendon.plugins.repository.Repositories.Answer;
import dev.tendon.plugins.repository.Repositories.Found;
import dev.tendon.plugins.samples.GoodType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexing, searching, planning and downloading, by file and by http. */
class RepositoriesTest {
    @TempDir
    private Path folder;

    private Path shop;
    private TestHost host;
    private Repositories repositories;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        TinyBundle.named("acme.lib", "1.0.0")
                .header("Export-Package", "acme.lib;version=1.0.0")
                .writeTo(TestHost.bundles(folder).resolve("lib.jar"));
        shop = folder.resolve("shop");
        TinyBundle.named("acme.arm", "1.0.0").writeTo(shop.resolve("arm-1.0.jar"));
        TinyBundle.named("acme.arm", "1.1.0")
                .header("Bundle-Description", "The arm of Acme")
                .imports("acme.lib;version=\"[1,2)\",acme.bus;version=\"[2,3)\"")
                .choiceComponent(GoodType.class, "acme_arm", "")
                .writeTo(shop.resolve("new/arm-1.1.jar"));
        TinyBundle.named("acme.bus", "2.1.0")
                .header("Export-Package", "acme.bus;version=2.1.0")
                .imports("acme.wire;resolution:=optional,acme.wires")
                .writeTo(shop.resolve("bus.jar"));
        TinyBundle.named("acme.bus", "3.0.0")
                .header("Export-Package", "acme.bus;version=3.0.0")
                .writeTo(shop.resolve("bus3.jar"));
        TinyBundle.named("acme.wires", "1.0.0")
                .header("Export-Package", "acme.wires")
                .writeTo(shop.resolve("wires.jar"));
        Files.writeString(shop.resolve("letter.jar"), "no bundle");
        host = TestHost.start(folder);
        repositories = new DefaultRepositories(host.context(), host.home());
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
        if (server != null) {
            server.stop(0);
        }
    }

    private String serve(Path root) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] body = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Test
    void aFolderIsIndexedAndWhatIsNoBundleIsNamed() throws Exception {
        Repositories.Indexed indexed = repositories.index(shop, "shop");
        assertThat(indexed.bundles()).isEqualTo(5);
        assertThat(indexed.skipped()).singleElement().asString().contains("letter.jar is no bundle");
        String once = Files.readString(indexed.file());
        assertThat(once)
                .contains("xmlns=\"http://www.osgi.org/xmlns/repository/v1.0.0\"")
                .contains("namespace=\"osgi.content\"")
                .contains("(&amp;(osgi.wiring.package=acme.bus)(&amp;(version&gt;=2.0.0)(!(version&gt;=3.0.0))))")
                .contains("value=\"new/arm-1.1.jar\"");
        repositories.index(shop, "shop");
        assertThat(Files.readString(indexed.file())).isEqualTo(once);
    }

    @Test
    void searchFindsTheHighestVersionByNameDescriptionAndChoice() throws Exception {
        repositories.index(shop, "shop");
        repositories.add("shop", List.of(shop.toString()));
        for (List<String> words : List.of(List.of("ACME.arm"), List.of("arm", "of acme"), List.of("acme_arm"))) {
            assertThat(repositories.search(words, Optional.empty()).bundles())
                    .extracting(Found::symbolicName, Found::version)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("acme.arm", "1.1.0"));
        }
        assertThat(repositories.search(List.of("wheel"), Optional.empty()).bundles())
                .isEmpty();
    }

    @Test
    void aPlanHasWhatIsMissingAndNothingThatTheHostHas() throws Exception {
        repositories.index(shop, "shop");
        Answer plan = repositories.plan(List.of("acme_arm"), Optional.of(shop.toString()));
        assertThat(plan.bundles())
                .extracting(found -> found.symbolicName() + " " + found.version())
                .containsExactly("acme.arm 1.1.0", "acme.bus 2.1.0", "acme.wires 1.0.0");
        assertThat(plan.reasons().get(1)).startsWith("acme.arm needs osgi.wiring.package");
        assertThat(repositories
                        .plan(List.of("acme.arm@1.0.0"), Optional.of(shop.toString()))
                        .bundles())
                .hasSize(1);
    }

    @Test
    void anUnknownNameGetsTheNearestAndAnUnknownVersionThoseThatAreThere() throws Exception {
        repositories.index(shop, "shop");
        Optional<String> here = Optional.of(shop.toString());
        assertThatThrownBy(() -> repositories.plan(List.of("acme.arms"), here))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("Nearest: acme.arm");
        assertThatThrownBy(() -> repositories.plan(List.of("acme.arm@9"), here)).hasMessageContaining("1.0.0, 1.1.0");
    }

    @Test
    void downloadsComeByHttpAndAreKeptForLater() throws Exception {
        repositories.index(shop, "shop");
        repositories.add("shop", List.of(serve(shop)));
        Answer plan = repositories.plan(List.of("acme_arm"), Optional.empty());
        List<String> told = new ArrayList<>();
        List<Path> files = repositories.download(plan, Optional.empty(), told::add);
        assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).exists());
        assertThat(told).hasSize(3);
        server.stop(0);
        Answer offline = repositories.plan(List.of("acme_arm"), Optional.empty());
        assertThat(offline.notes()).singleElement().asString().contains("its index is a copy of");
        assertThat(repositories.download(offline, Optional.empty(), told::add)).isEqualTo(files);
    }

    @Test
    void aMirrorAnswersWhereTheFirstDoesNot() throws Exception {
        repositories.index(shop, "shop");
        repositories.add("shop", List.of("http://127.0.0.1:1/", shop.toString()));
        Answer plan = repositories.plan(List.of("acme.arm"), Optional.empty());
        assertThat(plan.notes()).singleElement().asString().contains("is read from its mirror");
        assertThat(repositories.download(plan, Optional.empty(), line -> {})).hasSize(3);
    }

    @Test
    void aJarThatIsNotWhatTheIndexSaysIsRefused() throws Exception {
        repositories.index(shop, "shop");
        Optional<String> here = Optional.of(shop.toString());
        Answer plan = repositories.plan(List.of("acme.wires"), here);
        Path jar = shop.resolve("wires.jar");
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar, bytes);
        assertThatThrownBy(() -> repositories.download(plan, here, line -> {}))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("its SHA-256 is");
        Files.write(jar, new byte[bytes.length + 200_000]);
        assertThatThrownBy(() -> repositories.download(plan, here, line -> {})).hasMessageContaining("more than");
        Files.write(jar, new byte[3]);
        assertThatThrownBy(() -> repositories.download(plan, here, line -> {})).hasMessageContaining("it has 3 bytes");
    }

    @Test
    void repositoriesAreAddedReplacedAndRemoved() throws Exception {
        assertThat(repositories.list()).isEmpty();
        repositories.add("a", List.of("https://example.com/plugins"));
        repositories.add("b", List.of(shop.toString()));
        repositories.add("a", List.of("https://example.com/plugins/index.xml", "https://mirror.example.com/x.xml"));
        assertThat(repositories.list())
                .extracting(Repositories.Repository::name)
                .containsExactly("b", "a");
        assertThat(repositories.list().get(1).urls()).hasSize(2);
        assertThat(repositories.remove("b")).isTrue();
        assertThat(repositories.remove("b")).isFalse();
        for (String bad : List.of("ftp://example.com/", "http://", "https://me:secret@example.com/")) {
            assertThatThrownBy(() -> repositories.add("c", List.of(bad))).isInstanceOf(PluginException.class);
        }
        assertThatThrownBy(() -> repositories.add("../c", List.of("x"))).isInstanceOf(PluginException.class);
    }

    @Test
    void withoutARepositoryItSaysHowToGetOne() {
        assertThatThrownBy(() -> repositories.search(List.of(), Optional.empty()))
                .hasMessageContaining("tendon plugins repositories add");
    }
}
