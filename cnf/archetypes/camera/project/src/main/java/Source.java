package ${package};

import dev.tendon.api.device.DeviceException;
import java.nio.ByteBuffer;

/** Where pictures come from: rows of red, green and blue, without padding. Thread: the camera's; close: any. */
interface Source extends AutoCloseable {
    /**
     * Waits for the next picture and puts it into {@code pixels}, all of it.
     *
     * @throws DeviceException where there will be no more
     */
    void read(ByteBuffer pixels) throws DeviceException, InterruptedException;

    /** Waits for the next picture and drops it. */
    void skip() throws DeviceException, InterruptedException;

    /** Ends a read that waits. */
    @Override
    void close();
}
