package ${package};

import dev.tendon.api.policy.PolicyType;
import dev.tendon.testkit.junit.PolicyContract;
import java.util.Map;

/** Every promise of the api, one test each, on an arm of six joints. */
class ${className}ConformsTest implements PolicyContract {
    @Override
    public PolicyType<?> type() {
        return new ${className}Type();
    }

    @Override
    public Map<String, Object> present() {
        return Map.of();
    }
}
