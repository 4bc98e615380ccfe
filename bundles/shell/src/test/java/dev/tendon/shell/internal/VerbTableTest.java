/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.time.SimulatedClock;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.host.VerbUnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class VerbTableTest {
    private static final long PATIENCE_NS = 1_000_000_000L;

    record None() {}

    static final class Nothing implements Verb<None> {
        @Override
        public int run(None options, Console console) {
            return DONE;
        }
    }

    private final SimulatedClock clock = new SimulatedClock(0);
    private final FakeVerbs verbs = new FakeVerbs();
    private final VerbTable table = new VerbTable(verbs::services, verbs, clock, PATIENCE_NS);

    private static UnsatisfiedReferenceDTO unsatisfied(String target) {
        UnsatisfiedReferenceDTO reference = new UnsatisfiedReferenceDTO();
        reference.name = "sessions";
        reference.target = target;
        return reference;
    }

    @Test
    void namesAlsoVerbsThatAreOnlyDeclared() {
        verbs.with("info", new Nothing()).declare("replay");

        assertThat(table.names()).containsExactly("info", "replay");
    }

    @Test
    void givesAVerbThatIsThereAtOnce() throws Exception {
        verbs.with("info", new Nothing());

        assertThat(table.await("info").getService()).isInstanceOf(Nothing.class);
        assertThat(clock.nanoTime()).isZero();
    }

    @Test
    void waitsForAVerbThatComesLate() throws Exception {
        VerbTable late = new VerbTable(
                () -> clock.nanoTime() < PATIENCE_NS / 2
                        ? List.of()
                        : new FakeVerbs().with("info", new Nothing()).services(),
                verbs,
                clock,
                PATIENCE_NS);

        assertThat(late.await("info").getService()).isInstanceOf(Nothing.class);
        assertThat(clock.nanoTime()).isBetween(PATIENCE_NS / 2, PATIENCE_NS);
    }

    @Test
    void saysWhichServiceAVerbWaitsForWhenPatienceEnds() {
        ComponentConfigurationDTO replay = verbs.declare("replay");
        replay.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {unsatisfied("(id=left)")};

        assertThatThrownBy(() -> table.await("replay"))
                .isInstanceOf(VerbUnavailableException.class)
                .hasMessageContaining("\"replay\"")
                .hasMessageEndingWith("no bundle offers dev.tendon.runtime.Sessions with (id=left)");
        assertThat(clock.nanoTime()).isEqualTo(PATIENCE_NS);
    }

    @Test
    void saysInOneLineWhyAVerbFailedToStart() {
        verbs.declare("replay").failure = "java.lang.IllegalStateException: no home\n\tat dev.tendon…";

        assertThatThrownBy(() -> table.await("replay"))
                .hasMessageEndingWith("it failed to start: java.lang.IllegalStateException: no home");
    }

    @Test
    void saysThatAVerbIsDisabled() {
        verbs.declare("replay");
        verbs.enabled = false;

        assertThatThrownBy(() -> table.await("replay")).hasMessageEndingWith("its component is disabled");
    }

    @Test
    void saysThatAVerbHasGone() {
        assertThatThrownBy(() -> table.await("replay")).hasMessageEndingWith("its bundle does not offer it any more");
    }
}
