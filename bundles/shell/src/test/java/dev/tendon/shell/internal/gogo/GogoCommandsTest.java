/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.FakeVerbs;
import dev.tendon.shell.internal.Verbs;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

class GogoCommandsTest {
    /** The commands that are registered: scope:function. */
    private final Set<String> commands = new TreeSet<>();

    private final GogoCommands gogo = new GogoCommands(context(), new NoVerbs(), new NoProcessor());

    private static final class NoVerbs implements Verbs {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public int run(String command, List<String> args) {
            throw new AssertionError("a command is only offered");
        }
    }

    private static final class NoProcessor implements CommandProcessor {
        @Override
        public CommandSession createSession(
                java.io.InputStream in, java.io.OutputStream out, java.io.OutputStream err) {
            throw new AssertionError("not to be called");
        }

        @Override
        public CommandSession createSession(CommandSession parent) {
            throw new AssertionError("not to be called");
        }
    }

    /** Registers and unregisters; the interface has thirty methods more, which nobody may call here. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("registerService");
                    Dictionary<?, ?> properties = (Dictionary<?, ?>) arguments[2];
                    String command = properties.get(CommandProcessor.COMMAND_SCOPE)
                            + ":"
                            + Arrays.toString((String[]) properties.get(CommandProcessor.COMMAND_FUNCTION));
                    assertThat(commands.add(command)).as(command).isTrue();
                    return registration(command);
                });
    }

    private Object registration(String command) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServiceRegistration.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("unregister");
                    assertThat(commands.remove(command)).as(command).isTrue();
                    return null;
                });
    }

    private static ServiceReference<Verb<?>> verb(String name) {
        return new FakeVerbs.Reference(name);
    }

    @Test
    void offersOneCommandForAllVerbsOfAFirstWord() {
        gogo.addVerb(verb("plugins list"));
        gogo.addVerb(verb("plugins install"));
        gogo.addVerb(verb("replay"));

        assertThat(commands).containsExactly("tendon:[plugins]", "tendon:[replay]");
    }

    @Test
    void withdrawsACommandWithItsLastVerb() {
        gogo.addVerb(verb("plugins list"));
        gogo.addVerb(verb("plugins install"));
        gogo.removeVerb(verb("plugins list"));
        assertThat(commands).containsExactly("tendon:[plugins]");
        gogo.removeVerb(verb("plugins install"));
        assertThat(commands).isEmpty();
    }

    @Test
    void withdrawsAllWhenGogoGoes() {
        gogo.addVerb(verb("replay"));
        gogo.addVerb(verb("info"));
        gogo.close();

        assertThat(commands).isEmpty();
        gogo.removeVerb(verb("replay")); // as the component runtime does afterwards
    }
}
