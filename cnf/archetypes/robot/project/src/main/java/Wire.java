package ${package};

import dev.tendon.api.device.DeviceException;

/** Bytes to the arm and back. */
interface Wire extends AutoCloseable {
    /**
     * Sends a request and reads its answer, both in full, within a deadline. Allocates nothing.
     *
     * @throws DeviceException where no answer comes in time
     */
    void ask(byte[] request, byte[] answer) throws DeviceException;

    /** Switches the torque off, if that is the rule. From any thread, also while another one waits in ask; never throws. */
    void makeSafe(boolean torqueOff);

    @Override
    void close();
}
