/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.plugins.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes that somebody wrote to do harm. */
class HostileIndexTest {
    private static final String SHA = "a".repeat(64);

    @TempDir
    private Path folder;

    private static String index(String url, String size, String sha256) {
        return index("", "acme.arm", url, size, sha256);
    }

    private static String index(String before, String name, String url, String size, String sha256) {
        return before
                + """
                <repository name="x" xmlns="http://www.osgi.org/xmlns/repository/v1.0.0"><resource>
                <capability namespace="osgi.identity"><attribute name="osgi.identity" value="%s"/>
                <attribute name="version" type="Version" value="1.0.0"/></capability>
                <capability namespace="osgi.content"><attribute name="osgi.content" value="%s"/>
                <attribute name="url" value="%s"/><attribute name="size" type="Long" value="%s"/></capability>
                </resource></repository>
                """
                        .formatted(name, sha256, url, size);
    }

    private static List<Entry> read(String xml) throws IOException {
        return IndexReader.read(xml.getBytes(UTF_8), "index.xml");
    }

    @Test
    void aPlainOneIsRead() throws Exception {
        assertThat(read(index("arm.jar", "10", SHA))).hasSize(1);
    }

    @Test
    void entitiesFromOutsideAreNotRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim");
        String dtd = "<!DOCTYPE repository [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        assertThatThrownBy(() -> read(index(dtd, "acme.arm", "&x;", "10", SHA)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("document type")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void entitiesThatGrowAreNotExpanded() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE repository [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> read(index(dtd + "]>", "acme.arm", "&a29;", "10", SHA)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("document type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../arm.jar",
                "a/../../arm.jar",
                "%2e%2e/arm.jar",
                "a/%2e%2e%2f%2e%2e%2farm.jar",
                "/etc/passwd",
                "file:///etc/passwd",
                "//server/arm.jar",
                "http://example.com/arm.jar",
                "https://example.com/arm.jar",
                "jar:file:x!/y",
                ":"
            })
    void aFileLeadsNowhereButBelowItsOwnFolder(String url) throws Exception {
        Path file = folder.resolve("shop/index.xml");
        Files.createDirectories(file.getParent());
        Entry entry = read(index(url, "10", SHA)).get(0);
        assertThatThrownBy(() -> Place.of(file.toString()).resolve(entry)).isInstanceOf(PluginException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../arm.jar",
                "%2e%2e/arm.jar",
                "/arm.jar",
                "file:///etc/passwd",
                "http://127.0.0.1/arm.jar",
                "ftp://example.com/arm.jar",
                "https://me:secret@example.com/arm.jar"
            })
    void aServerLeadsNeitherToFilesNorOutOfItsFolderByHttp(String url) throws Exception {
        Entry entry = read(index(url, "10", SHA)).get(0);
        assertThatThrownBy(() -> Place.of("http://example.com/shop/").resolve(entry))
                .isInstanceOf(PluginException.class);
    }

    @Test
    void whatIsBelowOrElsewhereByHttpsIsTaken() throws Exception {
        Place place = Place.of("https://example.com/shop/");
        assertThat(place.resolve(read(index("a/arm.jar", "10", SHA)).get(0)))
                .hasToString("https://example.com/shop/a/arm.jar");
        assertThat(place.resolve(read(index("https://cdn.example.com/arm.jar", "10", SHA))
                        .get(0)))
                .hasToString("https://cdn.example.com/arm.jar");
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws Exception {
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Path secret = Files.writeString(folder.resolve("secret"), "geheim");
        Files.createSymbolicLink(shop.resolve("arm.jar"), secret);
        Entry entry = read(index("arm.jar", "6", SHA)).get(0);
        assertThatThrownBy(() -> Place.of(shop.resolve("index.xml").toString()).resolve(entry))
                .hasMessageContaining("leads out of its folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "99999999999999", "ten", ""})
    void aWrongSizeIsRefused(String size) {
        assertThatThrownBy(() -> read(index("arm.jar", size, SHA))).isInstanceOf(IOException.class);
    }

    @Test
    void withoutAHashOrWithANameThatIsAPathItIsRefused() {
        assertThatThrownBy(() -> read(index("arm.jar", "10", ""))).hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> read(index("", "../../arm", "arm.jar", "10", SHA)))
                .hasMessageContaining("is no bundle's name");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatThrownBy(() -> read("<repository>" + "<a>".repeat(5000))).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> read(index("a".repeat(70_000), "10", SHA))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> IndexReader.read(new byte[IndexReader.MAX_BYTES + 1], "index.xml"))
                .hasMessageContaining("larger than an index may be");
        assertThatThrownBy(() -> read("<html/>")).hasMessageContaining("begins with <html>");
    }
}
