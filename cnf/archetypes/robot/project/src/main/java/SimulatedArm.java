package ${package};

import dev.tendon.api.device.DeviceException;

/** An arm behind the wire that answers the same packets as the real one, and goes where it is told at once. */
final class SimulatedArm implements Wire {
    private final short[] steps;
    private boolean torque;
    private boolean open = true;

    SimulatedArm(int joints) {
        steps = new short[joints];
    }

    @Override
    public synchronized void ask(byte[] request, byte[] answer) throws DeviceException {
        if (!open) {
            throw new DeviceException("The simulated arm is closed");
        }
        switch (request[0]) {
            case Protocol.POSE -> pose(answer);
            case Protocol.GOALS -> goals(request);
            case Protocol.TORQUE -> torque = request[1] != 0;
            default -> throw new DeviceException("The simulated arm does not know packet " + request[0]);
        }
    }

    private void pose(byte[] answer) {
        for (int joint = 0; joint < steps.length; joint++) {
            answer[2 * joint] = (byte) (steps[joint] >> 8);
            answer[2 * joint + 1] = (byte) steps[joint];
        }
    }

    private void goals(byte[] request) {
        for (int joint = 0; torque && joint < steps.length; joint++) {
            steps[joint] = (short) ((request[1 + 2 * joint] << 8) | (request[2 + 2 * joint] & 0xff));
        }
    }

    @Override
    public synchronized void makeSafe(boolean torqueOff) {
        torque &= !torqueOff;
    }

    @Override
    public synchronized void close() {
        open = false;
    }
}
