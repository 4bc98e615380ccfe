/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.env.Env;
import dev.tendon.api.env.EnvType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarChoicesTest {
    /** Its type argument is given by a superclass, and making one fails: reading the jars must not. */
    abstract static class Base<R extends Record> implements EnvType<R> {
        @Override
        public Env create(R config) {
            throw new AssertionError("not to be called");
        }
    }

    static final class Maze extends Base<Samples.Hold> {
        Maze() {
            throw new AssertionError("not to be made");
        }

        @Override
        public Class<Samples.Hold> configType() {
            throw new AssertionError("not to be called");
        }
    }

    // As bnd 7.3 writes it
    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="maze">
              <property name="tendon.choice" type="String">maze
            labyrinth</property>
              <property name="tendon.description" type="String" value="A maze"/>
              <property name="rank" type="Integer" value="3"/>
              <service>
                <provide interface="dev.tendon.api.env.EnvType"/>
              </service>
              <implementation class="%s"/>
            </scr:component>
            """
                    .formatted(Maze.class.getName());

    @TempDir
    Path folder;

    private Path jar(String name, String version, String xml) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-SymbolicName", name + ";singleton:=true");
        headers.putValue("Bundle-Version", version);
        headers.putValue("Service-Component", "OSGI-INF/c.xml");
        Path file = folder.resolve(name + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/c.xml"));
            jar.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static JarChoices choices(Path... jars) throws IOException {
        return new JarChoices(ComponentJars.read(List.of(jars)), JarChoicesTest.class.getClassLoader());
    }

    @Test
    void findsAChoiceAndItsRecordWithoutMakingIt() throws IOException {
        JarChoices choices = choices(jar("dev.example", "1.2.3", XML));

        assertThat(choices.list())
                .containsExactly(new ChoiceInfo("env", "maze", List.of("labyrinth"), "dev.example", "1.2.3", "A maze"));
        assertThat(choices.find("env", "labyrinth"))
                .hasValueSatisfying(entry -> assertThat(entry.configType()).isEqualTo(Samples.Hold.class));
        assertThat(choices.find("robot", "maze")).isEmpty();
    }

    @Test
    void readsPropertiesOfEveryType() throws IOException {
        DeclaredComponent component =
                ComponentJars.read(List.of(jar("dev.example", "1.0.0", XML))).get(0);

        assertThat(component.properties()).containsEntry("rank", 3);
        assertThat(component.strings("tendon.choice")).containsExactly("maze", "labyrinth");
        assertThat(component.strings("none")).isEmpty();
    }

    @Test
    void refusesTheSecondBundleThatClaimsAName() throws IOException {
        JarChoices choices = choices(jar("a", "1.0.0", XML), jar("b", "2.0.0", XML), jar("a", "1.1.0", XML));

        assertThat(choices.list()).singleElement().satisfies(info -> assertThat(info.version())
                .isEqualTo("1.1.0"));
        assertThat(choices.refused()).extracting(RefusedChoice::bundle).containsExactly("b", "b");
    }

    @Test
    void namesTheJarThatCannotBeRead() throws IOException {
        Path noJar = Files.writeString(folder.resolve("no.jar"), "text");
        Path broken = jar("broken", "1.0.0", "<component>");

        assertThatThrownBy(() -> ComponentJars.read(List.of(noJar))).hasMessageContaining("no.jar");
        assertThatThrownBy(() -> ComponentJars.read(List.of(broken))).hasMessageContaining("broken-1.0.0.jar");
    }
}
