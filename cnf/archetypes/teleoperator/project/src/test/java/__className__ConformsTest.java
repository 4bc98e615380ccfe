package ${package};

import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.testkit.junit.TeleoperatorContract;
import java.util.Map;

/** Every promise of the api, one test each, on the simulated leader. */
class ${className}ConformsTest implements TeleoperatorContract {
    @Override
    public TeleoperatorType<?> type() {
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
