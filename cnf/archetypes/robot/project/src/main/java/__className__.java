package ${package};

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.robot.Robot;
import java.util.List;

/** The driver. Owner: the control thread; connect and close come from others, never at the same time as a tick. */
final class ${className} implements Robot {
    private static final List<String> JOINTS =
            List.of("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll", "gripper");

    /** The same instance always, and there before connect. */
    private static final Features POSE = Features.of(JOINTS.stream()
            .map(joint -> Feature.scalar(joint + ".pos", joint.equals("gripper") ? Units.PERCENT : Units.DEGREES))
            .toList());

    private final ${className}Config config;
    private final DeviceContext context;
    private final double[] degrees = new double[JOINTS.size()];
    private Line line;
    private Protocol protocol;

    ${className}(${className}Config config, DeviceContext context) {
        this.config = config;
        this.context = context;
    }

    @Override
    public Features observationFeatures() {
        return POSE;
    }

    @Override
    public Features actionFeatures() {
        return POSE;
    }

    @Override
    public void connect() throws DeviceException {
        if (line != null) {
            return;
        }
        // All or nothing: if anything fails below, the wire is closed and the torque is as before.
        Wire wire = config.port().startsWith("sim:")
                ? new SimulatedArm(JOINTS.size())
                : TcpWire.open(config.port(), context.label(), config.answerMs());
        Protocol opened = new Protocol(wire, JOINTS.size());
        try {
            opened.readPose(degrees); // it answers, and it is what was configured
            opened.torque(true);
        } catch (DeviceException | RuntimeException e) {
            wire.close();
            throw e;
        }
        protocol = opened;
        // What is open only once is a lease: the host can take it away and make the arm safe if this driver hangs.
        line = new Line(config.port(), wire, context, config.disableTorqueOnDisconnect());
        context.granted(line);
    }

    private Protocol protocol() throws DeviceException {
        if (protocol == null || !line.valid()) {
            throw new DeviceException(context.label() + " is not connected");
        }
        return protocol;
    }

    @Override
    public void observe(FrameWriter out) throws DeviceException {
        protocol().readPose(degrees);
        out.timestampNs(context.clock().nanoTime());
        for (int joint = 0; joint < degrees.length; joint++) {
            out.value(joint, degrees[joint]);
        }
    }

    @Override
    public void send(Frame wanted, FrameWriter sent) throws DeviceException {
        for (int joint = 0; joint < degrees.length; joint++) {
            double goal = wanted.value(joint);
            if (!Double.isFinite(goal)) {
                throw new DeviceException(context.label() + ": the goal of " + JOINTS.get(joint)
                        + " is not a finite number; nothing was sent");
            }
            degrees[joint] = goal;
        }
        protocol().sendGoals(degrees); // puts in what was really sent, after limits and rounding
        for (int joint = 0; joint < degrees.length; joint++) {
            sent.value(joint, degrees[joint]);
        }
    }

    @Override
    public void close() {
        Line open = line;
        line = null;
        protocol = null;
        if (open != null) {
            open.end();
        }
    }
}
