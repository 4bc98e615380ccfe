package ${package};

import dev.tendon.api.device.DeviceException;

/** Bytes to the leader and back. */
interface Wire extends AutoCloseable {
    /**
     * Sends a request and reads its answer, both in full, within a deadline. Allocates nothing.
     *
     * @throws DeviceException where no answer comes in time
     */
    void ask(byte[] request, byte[] answer) throws DeviceException;

    @Override
    void close();
}
