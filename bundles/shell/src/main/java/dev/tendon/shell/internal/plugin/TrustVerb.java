/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.trust.Trust;
import dev.tendon.plugins.trust.Trust.Certificate;
import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.plugin.TrustVerb.TrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon plugins trust add|list|remove|require}. */
@Component
@VerbName("plugins trust")
@VerbGroup("Plugins")
public final class TrustVerb implements Verb<TrustOptions> {
    private final Trust trust;

    /** What to do. */
    @Describe("List, add or remove the certificates whose signatures are trusted; require signatures")
    public record TrustOptions(
            @Positional("list|add|remove|require")
                    @Describe("What to do: list, add FILE (X.509, PEM or DER), remove NAME, or require true or false")
                    List<String> words,
            @Describe("What to call an added certificate; without it the file's name") Optional<String> name) {
        public TrustOptions {
            words = words.isEmpty() ? List.of("list") : List.copyOf(words);
            boolean good =
                    switch (words.get(0)) {
                        case "list" -> words.size() == 1;
                        case "add", "remove" -> words.size() == 2;
                        case "require" -> words.size() == 2
                                && List.of("true", "false").contains(words.get(1));
                        default -> false;
                    };
            if (!good) {
                throw new ConfigException("\"" + String.join(" ", words)
                        + "\" is not understood: list, add FILE, remove NAME, or require true|false");
            }
        }
    }

    @Activate
    public TrustVerb(@Reference Trust trust) {
        this.trust = trust;
    }

    @Override
    public int run(TrustOptions options, Console console) throws PluginException, IOException {
        int code = DONE;
        String word = options.words().get(0);
        String what = options.words().size() > 1 ? options.words().get(1) : "";
        switch (word) {
            case "add" -> {
                Certificate added = trust.add(Path.of(what), options.name());
                console.out(added.name() + ": " + added.subject() + ", until " + added.expires());
                console.out("SHA-256 " + added.sha256() + "; compare it with what its owner told you");
            }
            case "remove" -> {
                boolean there = trust.remove(what);
                console.out(
                        there
                                ? what + " is trusted no longer; what is installed stays"
                                : "There is no certificate " + what);
                code = there ? DONE : FAILED;
            }
            case "require" -> trust.require(Boolean.parseBoolean(what));
            default -> table().forEach(console::out);
        }
        if (!word.equals("add") && !word.equals("remove")) {
            console.out(trust.required() ? "Only signed plugins are installed" : "Plugins need no signature");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("require_signed", trust.required());
        json.put("certificates", trust.list().stream().map(TrustVerb::json).toList());
        console.json(json);
        return code;
    }

    private List<String> table() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "WHOSE", "UNTIL", "SHA-256"));
        for (Certificate certificate : trust.list()) {
            rows.add(List.of(
                    certificate.name(),
                    certificate.subject(),
                    certificate.expires().toString(),
                    certificate.sha256()));
        }
        return Columns.of(rows);
    }

    private static Map<String, Object> json(Certificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", certificate.name());
        json.put("subject", certificate.subject());
        json.put("expires", certificate.expires().toString());
        json.put("sha256", certificate.sha256());
        return json;
    }
}
