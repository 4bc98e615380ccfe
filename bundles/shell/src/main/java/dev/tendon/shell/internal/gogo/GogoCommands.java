/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.Verbs;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Offers each verb as a Gogo command: scope {@code tendon}, function the verb's first word. Lives only while there is a Gogo
 * runtime, and activates no verb.
 *
 * <p>It registers services by hand, since the functions are known only when verbs come. Thread: any; guarded by this.
 */
@Component(
        immediate = true,
        service = {})
public final class GogoCommands {
    private static final String SCOPE = "tendon";

    private final BundleContext context;
    private final Verbs verbs;
    private final Map<String, Command> commands = new HashMap<>();

    private static final class Command {
        private final ServiceRegistration<Function> registration;
        private int verbs;

        Command(ServiceRegistration<Function> registration) {
            this.registration = registration;
        }
    }

    /**
     * Called by the component runtime.
     *
     * @param processor only says that there is somebody to offer commands to
     */
    @Activate
    public GogoCommands(BundleContext context, @Reference Verbs verbs, @Reference CommandProcessor processor) {
        this.context = context;
        this.verbs = verbs;
    }

    @Reference(service = Verb.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addVerb(ServiceReference<Verb<?>> verb) {
        commands.computeIfAbsent(firstWord(verb), this::register).verbs++;
    }

    synchronized void removeVerb(ServiceReference<Verb<?>> verb) {
        Command command = commands.get(firstWord(verb));
        if (command != null && --command.verbs == 0) {
            commands.remove(firstWord(verb));
            command.registration.unregister();
        }
    }

    private Command register(String word) {
        return new Command(context.registerService(
                Function.class,
                new VerbFunction(word, verbs),
                FrameworkUtil.asDictionary(Map.of(
                        CommandProcessor.COMMAND_SCOPE, SCOPE, CommandProcessor.COMMAND_FUNCTION, new String[] {word
                        }))));
    }

    private static String firstWord(ServiceReference<Verb<?>> verb) {
        String name = String.valueOf(verb.getProperty(VerbName.PROPERTY));
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    @Deactivate
    synchronized void close() {
        commands.values().forEach(command -> command.registration.unregister());
        commands.clear();
    }
}
