package ${package};

import dev.tendon.testkit.junit.JarContract;
import java.nio.file.Path;

/** The finished jar: what it imports, that it exports nothing, and that no native code is in it. */
class JarIT implements JarContract {
    @Override
    public Path jar() {
        return Path.of(System.getProperty("vendor.jar"));
    }
}
