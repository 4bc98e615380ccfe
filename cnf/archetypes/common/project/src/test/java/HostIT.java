package ${package};

import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import dev.tendon.api.choice.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;

/** The bundle in a real host, made of the bundles of try.bndrun. */
@RunWith(PaxExam.class)
public class HostIT {
    @Inject
    private Choices choices;

    @Configuration
    public Option[] host() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        List<Option> options = new ArrayList<>();
        options.add(systemProperty("pax.exam.osgi.unresolved.fail").value("true"));
        options.add(cleanCaches(true));
        options.add(systemPackages(
                "org.slf4j;version=2.0.18",
                "org.slf4j.event;version=2.0.18",
                "org.slf4j.helpers;version=2.0.18",
                "org.slf4j.spi;version=2.0.18"));
        options.add(frameworkProperty("tendon.home").value(target.resolve("home").toString()));
        try (Stream<Path> jars = Files.list(target.resolve("try/bundles"))) {
            // The line editor takes the terminal; it is started by the verb "shell" only.
            jars.sorted()
                    .forEach(jar -> options.add(bundle("reference:" + jar.toUri())
                            .start(!jar.getFileName().toString().startsWith("org.apache.felix.gogo.jline"))));
        }
        options.add(junitBundles());
        return options.toArray(Option[]::new);
    }

    @Test
    public void itsChoiceIsThere() {
        assertTrue(choices.list().stream().anyMatch(choice -> choice.name().equals("${choice}")));
    }
}
