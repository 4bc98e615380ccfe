package ${package};

import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The choice --teleop.type=${choice}. Cheap: no I/O here, no thread. */
@Component
@Choice(value = "${choice}", description = "A hand-held leader of six joints on the net")
public final class ${className}Type implements TeleoperatorType<${className}Config> {
    @Activate
    public ${className}Type() {}

    @Override
    public Class<${className}Config> configType() {
        return ${className}Config.class;
    }

    @Override
    public Teleoperator create(${className}Config config, DeviceContext context) {
        return new ${className}(config, context);
    }
}
