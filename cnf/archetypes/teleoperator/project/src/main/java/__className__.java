package ${package};

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import java.nio.ByteBuffer;
import java.util.List;

/** The driver. Owner: the control thread; connect and close come from others, never at the same time as a tick. */
final class ${className} implements Teleoperator {
    private static final List<String> JOINTS =
            List.of("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll", "gripper");

    /** The same instance always, and there before connect. */
    private static final Features ACTION = Features.of(JOINTS.stream()
            .map(joint -> Feature.scalar(joint + ".pos", joint.equals("gripper") ? Units.PERCENT : Units.DEGREES))
            .toList());

    private final ${className}Config config;
    private final DeviceContext context;
    private final byte[] request = {'P'};
    private final byte[] answer = new byte[2 * JOINTS.size()];
    private final ByteBuffer steps = ByteBuffer.wrap(answer);
    private Wire wire;

    ${className}(${className}Config config, DeviceContext context) {
        this.config = config;
        this.context = context;
    }

    @Override
    public Features actionFeatures() {
        return ACTION;
    }

    @Override
    public void connect() throws DeviceException {
        if (wire != null) {
            return;
        }
        Wire opened = config.port().startsWith("sim:")
                ? new SimulatedHand(context.clock())
                : TcpWire.open(config.port(), context.label(), config.answerMs());
        try {
            opened.ask(request, answer); // it answers
        } catch (DeviceException | RuntimeException e) {
            opened.close();
            throw e;
        }
        wire = opened;
    }

    @Override
    public Input read(FrameWriter out) throws DeviceException {
        if (wire == null) {
            throw new DeviceException(context.label() + " is not connected");
        }
        wire.ask(request, answer);
        out.timestampNs(context.clock().nanoTime());
        for (int joint = 0; joint < JOINTS.size(); joint++) {
            out.value(joint, steps.getShort(2 * joint) / 100.0);
        }
        return Input.ACTION; // NONE where nobody holds it, END where it is over
    }

    @Override
    public void close() {
        Wire open = wire;
        wire = null;
        if (open != null) {
            open.close();
        }
    }
}
