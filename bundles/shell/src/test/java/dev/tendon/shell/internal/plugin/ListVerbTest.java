/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.config.Json;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.PluginInfo;
import dev.tendon.shell.internal.FakeConsole;
import dev.tendon.shell.internal.host.FakeHost;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListVerbTest {
    private final FakePlugins plugins = new FakePlugins();
    private final FakeConsole console = new FakeConsole();

    private void list() throws Exception {
        plugins.list.add(new PluginInfo(
                "com.example.arm",
                "1.0.0",
                PluginInfo.Origin.STORE,
                PluginInfo.State.UNRESOLVED,
                "needs x",
                List.of("arm", "old_arm")));
        assertThat(new ListVerb(plugins, new FakeHost()).run(new ListVerb.ListOptions(), console))
                .isZero();
    }

    @Test
    void saysWhereEachComesFromAndWhyItIsNotInUse() throws Exception {
        list();

        assertThat(console.out).hasSize(2);
        assertThat(console.out.get(0)).matches("BUNDLE +VERSION +FROM +STATE +CHOICES");
        assertThat(console.out.get(1)).isEqualTo("com.example.arm  1.0.0    store  unresolved: needs x  arm, old_arm");
    }

    @Test
    void saysWhereARunningHostDiffers() throws Exception {
        plugins.hosts.add(new HostReport(
                9, "replay", 7, List.of(), List.of(new HostReport.Difference("com.example.arm", "1.1.0", "", "busy"))));
        list();

        assertThat(console.out)
                .endsWith("replay (pid 9) runs generation 7", "  com.example.arm: runs none instead of 1.1.0: busy");
    }

    @Test
    void givesTheListAsData() throws Exception {
        list();

        assertThat(Json.line(console.result()))
                .isEqualTo("{\"generation\":8,\"plugins\":[{\"symbolic_name\":\"com.example.arm\","
                        + "\"version\":\"1.0.0\",\"origin\":\"store\",\"state\":\"unresolved\",\"why\":\"needs x\","
                        + "\"choices\":[\"arm\",\"old_arm\"]}],\"hosts\":[]}");
    }
}
