/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.plugins.Change;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.Host;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins update}. */
@Component(service = Verb.class)
@VerbName("plugins update")
@VerbGroup("Plugins")
public final class UpdateVerb extends ChangeVerb<PluginUpdates> {
    @Activate
    public UpdateVerb(@Reference Plugins plugins, @Reference Host host) {
        super(plugins, host);
    }

    @Override
    Change change(PluginStore store, PluginUpdates options) throws PluginException, IOException, InterruptedException {
        return store.update(options.files(), new InstallOptions(options.allowDowngrade(), options.requireSigned()));
    }
}
