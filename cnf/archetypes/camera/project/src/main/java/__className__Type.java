package ${package};

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The choice {type: ${choice}} of --robot.cameras. Cheap: no I/O here, no thread. */
@Component
@Choice(value = "${choice}", description = "A camera that sends raw pictures over the net")
public final class ${className}Type implements CameraType<${className}Config> {
    @Activate
    public ${className}Type() {}

    @Override
    public Class<${className}Config> configType() {
        return ${className}Config.class;
    }

    @Override
    public Camera create(${className}Config config, DeviceContext context) {
        return new ${className}(config, context);
    }
}
