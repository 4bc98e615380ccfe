/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.config.Json;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.host.FakeHost;
import dev.tendon.shell.internal.term.TerminalInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerbRunnerTest {
    @Describe("Counts something")
    record CountOptions(
            @Describe("What to count") String what,
            @Describe(value = "How fast", unit = "Hz") @Default("30") int fps,
            @NoEffect("there is no voice") @Describe("Speak") Optional<Boolean> playSounds) {}

    /** Does what the test says. */
    private static final class Count implements Verb<CountOptions> {
        private final List<CountOptions> runs = new ArrayList<>();
        private @Nullable Throwable fails;
        private int exitCode = DONE;

        @Override
        public int run(CountOptions options, Console console) throws Exception {
            runs.add(options);
            console.out("counted " + options.what());
            console.json(Map.of("counted", options.what()));
            if (fails instanceof Exception exception) {
                throw exception;
            }
            if (fails instanceof Error error) {
                throw error;
            }
            return exitCode;
        }
    }

    private final Count count = new Count();
    private final FakeVerbs verbs =
            new FakeVerbs().with("count", count).with("plugins list", count).with("plugins enable", count);
    private final Screen screen = new Screen();
    private final FakeHost host = new FakeHost();

    private int run(String... args) {
        SimulatedClock clock = new SimulatedClock(0);
        VerbTable table = new VerbTable(verbs::services, verbs, clock, 0);
        return new VerbRunner(table, new FakeCatalog(), host, clock)
                .run("tendon", List.of(args), screen.streams(""), TerminalInfo.NONE);
    }

    private int failing(Throwable thrown, String... more) {
        count.fails = thrown;
        List<String> args = new ArrayList<>(List.of("count", "--what=x"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void doesNotBeginWhatIsToEndThoughTheInterruptWasSwallowed() {
        host.stopping = true;

        assertThat(run("count", "--what", "sheep")).isEqualTo(130);
        assertThat(count.runs).isEmpty();
    }

    @Test
    void runsTheVerbWithItsOptions() {
        assertThat(run("count", "--what", "sheep", "--fps=5")).isZero();
        assertThat(count.runs).containsExactly(new CountOptions("sheep", 5, Optional.empty()));
        assertThat(screen.out()).isEqualTo("counted sheep\n");
    }

    @Test
    void returnsTheVerbsOwnExitCode() {
        count.exitCode = Verb.FAILED;

        assertThat(run("count", "--what=x")).isEqualTo(1);
    }

    @Test
    void tellsEveryMistakeAtOnceAndRunsNothing() {
        assertThat(run("count", "--fps=fast", "--waht=x")).isEqualTo(2);
        assertThat(count.runs).isEmpty();
        assertThat(screen.errLines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("error: --"))
                .anyMatch(line -> line.contains("--fps") && line.contains("fast"))
                .anyMatch(line -> line.contains("--waht") && line.contains("--what"))
                .anyMatch(line -> line.contains("--what is missing: What to count"));
    }

    @Test
    void showsNoStackTraceOfAMistake() {
        assertThat(failing(new ConfigException(List.of("one", "two")))).isEqualTo(2);
        assertThat(screen.errLines()).containsExactly("error: one", "error: two");
    }

    @Test
    void showsTheStackTraceOfAMistakeWithDebug() {
        assertThat(failing(new ConfigException("one"), "--debug")).isEqualTo(2);
        assertThat(screen.err())
                .contains("error: one\n")
                .contains("\tat " + getClass().getName());
    }

    @Test
    void showsTheStackTraceOfABug() {
        assertThat(failing(new IllegalStateException("oh"))).isEqualTo(1);
        assertThat(screen.err()).contains("This is a bug").contains("oh").contains("\tat ");
    }

    @Test
    void answersAMissingClassAsABug() {
        assertThat(failing(new NoClassDefFoundError("x/Y"))).isEqualTo(1);
        assertThat(screen.err()).contains("x/Y");
    }

    @Test
    void answersAFailingDeviceWith3() {
        assertThat(failing(new DeviceException("motor 3 gave no answer"))).isEqualTo(3);
        assertThat(screen.err()).isEqualTo("error: motor 3 gave no answer\n");
    }

    @Test
    void answersDamagedDataWith4() {
        assertThat(failing(new IOException("info.json is cut short"))).isEqualTo(4);
        assertThat(screen.err()).isEqualTo("error: info.json is cut short\n");
    }

    @Test
    void saysNothingOfAnInterruptionAndReturns130() {
        assertThat(failing(new InterruptedException())).isEqualTo(130);
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void printsNothingButOneObjectOnStdoutWithJson() {
        assertThat(run("count", "--what=x", "--json")).isZero();
        assertThat(screen.out()).isEqualTo("{\"counted\":\"x\"}\n");
    }

    @Test
    void addsTheErrorToWhatTheVerbGaveForJson() {
        assertThat(failing(new DeviceException("unplugged"), "--json")).isEqualTo(3);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("counted", "x");
        wanted.put("error", "unplugged");
        wanted.put("exit_code", 3);
        assertThat(screen.out()).isEqualTo(Json.line(wanted) + "\n");
        assertThat(screen.err()).isEqualTo("error: unplugged\n");
    }

    @Test
    void printsOneObjectThoughTheOptionsAreWrong() {
        assertThat(run("count", "--json", "--fps=1")).isEqualTo(2);
        assertThat(screen.outLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"exit_code\":2").contains("--what is missing"));
    }

    @Test
    void tellsOptionsWithoutEffectAndGoesOn() {
        assertThat(run("count", "--what=x", "--play_sounds=true")).isZero();
        assertThat(screen.err()).isEqualTo("--play_sounds has no effect: there is no voice\n");
    }

    @Test
    void showsHelpWithoutRunningTheVerb() {
        assertThat(run("count", "--help")).isZero();
        assertThat(count.runs).isEmpty();
        assertThat(screen.out())
                .startsWith("Usage: tendon count ")
                .contains("Counts something", "--fps=INT", "Hz", "default 30", "--debug");
    }

    @Test
    void helpIsNoJsonObject() {
        assertThat(run("count", "--help", "--json")).isZero();
        assertThat(screen.out()).startsWith("Usage: tendon count ").doesNotContain("{}");
    }

    @Test
    void helpOfAGroupIsShownWithJsonToo() {
        assertThat(run("plugins", "--help", "--json")).isZero();
        assertThat(screen.out()).isEqualTo("The verbs are: plugins enable, plugins list\n");
    }

    @Test
    void givesTheVerbBackEvenWhereItFails() {
        failing(new IOException("x"));
        run("count", "--what=x", "--nonsense");

        assertThat(verbs.inUse).isZero();
    }

    @Test
    void asksWhichVerbOfAGroupIsMeant() {
        assertThat(run("plugins")).isEqualTo(2);
        assertThat(screen.err()).contains("plugins enable, plugins list");
    }

    @Test
    void helpsWithAGroup() {
        assertThat(run("plugins", "--help")).isZero();
        assertThat(screen.out()).contains("plugins enable, plugins list");
    }

    @Test
    void namesTheNearestVerbOfAnUnknownOne() {
        assertThat(run("cuont")).isEqualTo(2);
        assertThat(screen.err()).contains("\"cuont\"").contains("Did you mean count?");
    }

    @Test
    void answersAVerbThatFailedToStartWith1() {
        verbs.with("broken", null);

        assertThat(run("broken")).isEqualTo(1);
        assertThat(screen.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("error: ").contains("\"broken\""));
    }

    @Test
    void answersAVerbThatCannotComeWith1AndWhatIsMissing() {
        verbs.declare("replay");
        verbs.enabled = false;

        assertThat(run("replay")).isEqualTo(1);
        assertThat(screen.err()).contains("disabled").doesNotContain("bug");
    }
}
