package ${package};

import dev.tendon.api.camera.CameraType;
import dev.tendon.testkit.junit.CameraContract;
import java.util.Map;

/** Every promise of the api, one test each, on drawn pictures. */
class ${className}ConformsTest implements CameraContract {
    @Override
    public CameraType<?> type() {
        return new ${className}Type();
    }

    @Override
    public Map<String, Object> present() {
        return Map.of("address", "sim:");
    }

    @Override
    public Map<String, Object> absent() {
        return Map.of("address", "127.0.0.1:1");
    }
}
