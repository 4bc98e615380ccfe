package ${package};

import dev.tendon.api.device.DeviceException;
import java.nio.ByteBuffer;

/** The arm's packets: a letter, then a number of hundredths of a degree for each joint. Allocates nothing after its construction. */
final class Protocol {
    static final byte POSE = 'P';
    static final byte GOALS = 'G';
    static final byte TORQUE = 'T';
    static final byte[] TORQUE_OFF = {TORQUE, 0};
    static final double LIMIT_DEG = 180;

    private static final double PER_DEGREE = 100;

    private final Wire wire;
    private final byte[] ask = {POSE};
    private final byte[] torque = {TORQUE, 0};
    private final byte[] done = new byte[1];
    private final byte[] goals;
    private final byte[] pose;
    private final ByteBuffer goalsView;
    private final ByteBuffer poseView;

    Protocol(Wire wire, int joints) {
        this.wire = wire;
        goals = new byte[1 + 2 * joints];
        goals[0] = GOALS;
        pose = new byte[2 * joints];
        goalsView = ByteBuffer.wrap(goals);
        poseView = ByteBuffer.wrap(pose);
    }

    void readPose(double[] degrees) throws DeviceException {
        wire.ask(ask, pose);
        for (int joint = 0; joint < degrees.length; joint++) {
            degrees[joint] = poseView.getShort(2 * joint) / PER_DEGREE;
        }
    }

    /** Sends goals, and replaces them by what was sent: within limits, in steps of a hundredth. */
    void sendGoals(double[] degrees) throws DeviceException {
        for (int joint = 0; joint < degrees.length; joint++) {
            double within = Math.max(-LIMIT_DEG, Math.min(LIMIT_DEG, degrees[joint]));
            short steps = (short) Math.round(within * PER_DEGREE);
            goalsView.putShort(1 + 2 * joint, steps);
            degrees[joint] = steps / PER_DEGREE;
        }
        wire.ask(goals, done);
    }

    void torque(boolean on) throws DeviceException {
        torque[1] = (byte) (on ? 1 : 0);
        wire.ask(torque, done);
    }
}
