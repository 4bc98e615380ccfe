package ${package};

import dev.tendon.api.choice.Choice;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The choice --policy.type=${choice}. Cheap: no I/O here, no thread. */
@Component
@Choice(value = "${choice}", description = "Nods with one joint, and keeps the others")
public final class ${className}Type implements PolicyType<${className}Config> {
    @Activate
    public ${className}Type() {}

    @Override
    public Class<${className}Config> configType() {
        return ${className}Config.class;
    }

    /** May read weights; refuses a robot that it does not fit, with every difference. */
    @Override
    public Policy create(${className}Config config, PolicyContext context) {
        List<String> actions = context.actionFeatures().layout().valueNames();
        if (!actions.contains(config.joint())) {
            throw new ConfigException("The robot has no action " + config.joint() + "; it has "
                    + String.join(", ", actions) + ". Name one: --policy.joint=…");
        }
        return new ${className}(config, context);
    }
}
