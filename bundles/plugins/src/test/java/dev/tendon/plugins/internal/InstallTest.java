/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Change;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginInfo;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.TestHost;
import dev.tendon.plugins.TinyBundle;
import dev.tendon.plugins.samples.ChoiceActivator;
import dev.tendon.plugins.samples.GoodActivator;
import dev.tendon.plugins.samples.GoodType;
import dev.tendon.plugins.samples.HangingActivator;
import dev.tendon.plugins.samples.ThrowingActivator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be installed, what is refused, and with which words. */
class InstallTest {
    @TempDir
    private Path folder;

    private TestHost host;
    private PluginStore store;

    @BeforeEach
    void start() throws Exception {
        TinyBundle.named("acme.arm", "1.0.0").activator(GoodActivator.class).writeTo(distributed("arm.jar"));
        TinyBundle.named("acme.user", "1.0.0")
                .imports("acme.lib;version=\"[1,2)\"")
                .writeTo(distributed("user.jar"));
        TinyBundle.named("acme.lib", "1.0.0")
                .header("Export-Package", "acme.lib;version=1.0.0")
                .writeTo(distributed("lib.jar"));
        TinyBundle.named("acme.choice", "1.0.0")
                .activator(ChoiceActivator.class)
                .with(GoodType.class)
                .imports("dev.tendon.api.choice")
                .header("Test-Choice", "claw")
                .writeTo(distributed("choice.jar"));
        host = TestHost.start(folder);
        store = new DefaultPlugins(host.context(), new SystemClock(), Duration.ofSeconds(5)).store(host.home());
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    private Path distributed(String name) {
        return TestHost.bundles(folder).resolve(name);
    }

    private Path given(String name) {
        return folder.resolve("given").resolve(name);
    }

    private Change install(Path... jars) throws Exception {
        return store.install(List.of(jars), InstallOptions.DEFAULT);
    }

    /** The refusal, after having seen that the store is as it was. */
    private PluginException refused(Path... jars) throws Exception {
        List<String> before = content();
        long generation = store.generation();
        try {
            install(jars);
        } catch (PluginException e) {
            assertThat(content()).isEqualTo(before);
            assertThat(store.generation()).isEqualTo(generation);
            return e;
        }
        throw new AssertionError("it was installed");
    }

    private List<String> content() throws IOException {
        List<String> content = new ArrayList<>();
        if (Files.exists(host.home())) {
            try (var files = Files.walk(host.home())) {
                files.filter(file -> Files.isRegularFile(file) && !file.endsWith("lock"))
                        .sorted()
                        .forEach(file -> content.add(file.toString()));
            }
        }
        return content;
    }

    @Test
    void aNewBundleIsInstalledAndListed() throws Exception {
        Path jar = TinyBundle.named("acme.hand", "1.2.0")
                .activator(GoodActivator.class)
                .writeTo(given("hand.jar"));
        Change change = install(jar);
        assertThat(change.generation()).isEqualTo(1);
        assertThat(change.lines()).containsExactly("acme.hand 1.2.0 installed");
        assertThat(store.list()).anySatisfy(info -> {
            assertThat(info.symbolicName()).isEqualTo("acme.hand");
            assertThat(info.origin()).isEqualTo(PluginInfo.Origin.STORE);
            assertThat(info.state()).isEqualTo(PluginInfo.State.ENABLED);
        });
    }

    @Test
    void aFolderIsInstalledAsOneGenerationOrNotAtAll() throws Exception {
        TinyBundle.named("acme.a", "1.0.0").imports("acme.b").writeTo(given("set/a.jar"));
        TinyBundle.named("acme.b", "1.0.0").header("Export-Package", "acme.b").writeTo(given("set/b.jar"));
        assertThat(install(given("set")).generation()).isEqualTo(1);
        TinyBundle.named("acme.c", "1.0.0").writeTo(given("broken/c.jar"));
        TinyBundle.named("acme.d", "1.0.0").activator(ThrowingActivator.class).writeTo(given("broken/d.jar"));
        assertThat(refused(given("broken"))).hasMessageContaining("acme.d 1.0.0 fails to start");
        assertThat(store.list())
                .extracting(PluginInfo::symbolicName)
                .contains("acme.a", "acme.b")
                .doesNotContain("acme.c");
    }

    @Test
    void whatIsNoBundleIsRefusedAsSuch() throws Exception {
        Path text = Files.writeString(
                Files.createDirectories(folder.resolve("given")).resolve("x.jar"), "no zip");
        assertThat(refused(text))
                .hasMessageContaining("x.jar is no bundle")
                .extracting("kind")
                .isEqualTo(PluginException.Kind.NO_BUNDLE);
        Path plain = TinyBundle.named(" ", "1.0.0").writeTo(given("plain.jar"));
        assertThat(refused(plain)).hasMessageContaining("no Bundle-SymbolicName");
        Path odd = TinyBundle.named("acme.odd", "one").writeTo(given("odd.jar"));
        assertThat(refused(odd)).hasMessageContaining("Bundle-Version \"one\" is not a version");
        assertThat(refused(folder.resolve("nowhere.jar"))).hasMessageContaining("There is no file");
        assertThat(refused(Files.createDirectories(folder.resolve("empty")))).hasMessageContaining("no *.jar");
    }

    @Test
    void aMissingPackageIsNamedWithItsRangeAndWhoOffersWhat() throws Exception {
        Path jar = TinyBundle.named("acme.hand", "1.0.0")
                .imports("acme.lib;version=\"[2,3)\",acme.nowhere;version=\"1.5\"")
                .writeTo(given("hand.jar"));
        PluginException refused = refused(jar);
        assertThat(refused.kind()).isEqualTo(PluginException.Kind.REFUSED);
        assertThat(refused)
                .hasMessageContaining("acme.hand 1.0.0 does not resolve")
                .hasMessageContaining("the package acme.lib in version [2.0.0,3.0.0)")
                .hasMessageContaining("acme.lib 1.0.0 offers version 1.0.0")
                .hasMessageContaining("the package acme.nowhere in version 1.5.0 or higher, which no bundle offers");
    }

    @Test
    void aMissingCapabilityOrBundleOrJavaIsNamed() throws Exception {
        Path jar = TinyBundle.named("acme.hand", "1.0.0")
                .header("Require-Bundle", "acme.lib;bundle-version=\"[3,4)\"")
                .header(
                        "Require-Capability",
                        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\","
                                + "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                .writeTo(given("hand.jar"));
        assertThat(refused(jar))
                .hasMessageContaining("the bundle acme.lib in version [3.0.0,4.0.0)")
                .hasMessageContaining("the capability osgi.extender osgi.component in version [1.5.0,2.0.0)")
                .hasMessageContaining("it needs Java 99, and this is Java");
    }

    @Test
    void aThrowingActivatorIsRefusedWithItsCause() throws Exception {
        Path jar = TinyBundle.named("acme.arm", "1.1.0")
                .activator(ThrowingActivator.class)
                .writeTo(given("arm.jar"));
        assertThat(refused(jar))
                .hasMessageContaining("acme.arm 1.1.0 fails to start")
                .hasMessageContaining("IllegalStateException: the arm is not plugged in")
                .hasMessageContaining("ThrowingActivator.start");
    }

    @Test
    void anActivatorThatNeverReturnsIsRefused() throws Exception {
        store = new DefaultPlugins(host.context(), new SystemClock(), Duration.ofSeconds(1)).store(host.home());
        Path jar = TinyBundle.named("acme.hang", "1.0.0")
                .activator(HangingActivator.class)
                .writeTo(given("hang.jar"));
        assertThat(refused(jar)).hasMessageContaining("within 1 s").hasMessageContaining("HangingActivator.start");
    }

    @Test
    void twoBundlesThatClaimOneChoiceAreBothNamed() throws Exception {
        Path jar = TinyBundle.named("other.choice", "1.0.0")
                .activator(ChoiceActivator.class)
                .with(GoodType.class)
                .imports("dev.tendon.api.choice")
                .header("Test-Choice", "claw")
                .writeTo(given("other.jar"));
        assertThat(refused(jar)).hasMessageContaining("both other.choice and acme.choice offer choice claw");
    }

    @Test
    void anUpdateThatBreaksAnotherBundleNamesIt() throws Exception {
        Path jar = TinyBundle.named("acme.lib", "2.0.0")
                .header("Export-Package", "acme.lib;version=2.0.0")
                .writeTo(given("lib.jar"));
        assertThat(refused(jar))
                .hasMessageContaining("acme.user 1.0.0 would no longer resolve")
                .hasMessageContaining("acme.lib 2.0.0 offers version 2.0.0");
    }

    @Test
    void whatOthersImportIsTakenAtTheNextStart() throws Exception {
        Path jar = TinyBundle.named("acme.lib", "1.1.0")
                .header("Export-Package", "acme.lib;version=1.1.0")
                .writeTo(given("lib.jar"));
        assertThat(install(jar).lines())
                .singleElement()
                .asString()
                .contains("acme.lib 1.0.0 → 1.1.0 updated", "at the next start", "acme.user");
    }

    @Test
    void singletonsAndNativeCodeAreTakenAtTheNextStart() throws Exception {
        Path single = TinyBundle.named("acme.arm;singleton:=true", "1.1.0").writeTo(given("single.jar"));
        assertThat(install(single).items())
                .singleElement()
                .extracting("nextStart")
                .asString()
                .contains("singleton");
        Path natives = TinyBundle.named("acme.arm", "1.2.0")
                .entry("lib/libarm.so", "ELF")
                .writeTo(given("native.jar"));
        assertThat(install(natives).items())
                .singleElement()
                .extracting("nextStart")
                .asString()
                .contains("singleton");
        Path later = TinyBundle.named("acme.arm", "1.3.0").writeTo(given("later.jar"));
        assertThat(install(later).items())
                .singleElement()
                .extracting("nextStart")
                .asString()
                .contains("lib/libarm.so");
    }

    @Test
    void aLowerVersionNeedsToBeAskedFor() throws Exception {
        Path jar = TinyBundle.named("acme.arm", "0.9.0").writeTo(given("old.jar"));
        assertThat(refused(jar)).hasMessageContaining("lower than 1.0.0").hasMessageContaining("--allow_downgrade");
        assertThat(store.install(List.of(jar), new InstallOptions(true)).lines())
                .containsExactly("acme.arm 1.0.0 → 0.9.0 updated");
        assertThat(store.list())
                .filteredOn(info -> info.symbolicName().equals("acme.arm"))
                .extracting(info -> info.version() + " " + info.state())
                .containsExactly("1.0.0 SUPERSEDED", "0.9.0 ENABLED");
    }

    @Test
    void sameVersionWithOtherBytesIsAnUpdateAndSameBytesAreNot() throws Exception {
        Path jar =
                TinyBundle.named("acme.arm", "1.0.0").entry("note", "patched").writeTo(given("arm.jar"));
        assertThat(install(jar).lines()).containsExactly("acme.arm 1.0.0 → 1.0.0 updated");
        Change again = install(jar);
        assertThat(again.generation()).isEqualTo(1);
        assertThat(again.lines()).containsExactly("acme.arm 1.0.0 is installed already.");
    }

    @Test
    void anUpdateOfWhatIsNotThereNamesTheNearest() throws Exception {
        Path jar = TinyBundle.named("acme.arn", "1.0.0").writeTo(given("arn.jar"));
        assertThatThrownBy(() -> store.update(List.of(jar), InstallOptions.DEFAULT))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("Did you mean acme.arm?");
    }

    @Test
    void theDistributionCanBeDisabledButNotUninstalled() throws Exception {
        assertThatThrownBy(() -> store.uninstall("acme.arm")).hasMessageContaining("tendon plugins disable acme.arm");
        assertThatThrownBy(() -> store.disable("arm")).hasMessageContaining("Did you mean acme.arm?");
        assertThat(store.disable("acme.arm").lines()).containsExactly("acme.arm 1.0.0 disabled");
        assertThat(store.list())
                .filteredOn("symbolicName", "acme.arm")
                .extracting("state")
                .containsExactly(PluginInfo.State.DISABLED);
        assertThat(store.enable("acme.arm").lines()).containsExactly("acme.arm 1.0.0 enabled");
        assertThat(store.enable("acme.arm").lines()).containsExactly("acme.arm 1.0.0 is enabled already.");
    }

    @Test
    void whatOthersNeedCannotBeDisabled() {
        assertThatThrownBy(() -> store.disable("acme.lib"))
                .hasMessageContaining("acme.user 1.0.0 would no longer resolve");
    }

    @Test
    void anUninstalledPluginFallsBackToTheDistribution() throws Exception {
        install(TinyBundle.named("acme.arm", "1.1.0").writeTo(given("arm.jar")));
        assertThat(store.uninstall("acme.arm").lines())
                .containsExactly("acme.arm 1.1.0 uninstalled; the distribution's 1.0.0 is back in use");
        assertThat(store.list())
                .filteredOn("symbolicName", "acme.arm")
                .extracting("version")
                .containsExactly("1.0.0");
    }
}
