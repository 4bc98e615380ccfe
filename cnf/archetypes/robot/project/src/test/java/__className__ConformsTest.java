package ${package};

import dev.tendon.api.robot.RobotType;
import dev.tendon.testkit.junit.RobotContract;
import java.util.Map;

/** Every promise of the api, one test each, on the simulated arm. */
class ${className}ConformsTest implements RobotContract {
    @Override
    public RobotType<?> type() {
        return new ${className}Type();
    }

    @Override
    public Map<String, Object> present() {
        return Map.of("port", "sim:");
    }

    @Override
    public Map<String, Object> absent() {
        return Map.of("port", "127.0.0.1:1");
    }
}
