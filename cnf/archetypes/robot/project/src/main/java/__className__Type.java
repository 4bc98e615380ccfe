package ${package};

import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The choice --robot.type=${choice}. Cheap: no I/O here, no thread. */
@Component
@Choice(value = "${choice}", description = "An arm of six joints behind a controller on the net")
public final class ${className}Type implements RobotType<${className}Config> {
    @Activate
    public ${className}Type() {}

    @Override
    public Class<${className}Config> configType() {
        return ${className}Config.class;
    }

    @Override
    public Robot create(${className}Config config, DeviceContext context) {
        return new ${className}(config, context);
    }
}
