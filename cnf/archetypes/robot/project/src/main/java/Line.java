package ${package};

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Lease;
import java.util.concurrent.atomic.AtomicBoolean;

/** The open wire as a lease: who holds it, and what makes the arm safe when it is taken away. Thread: any. */
final class Line implements Lease {
    private final String resource;
    private final Wire wire;
    private final DeviceContext holder;
    private final boolean torqueOff;
    private final AtomicBoolean valid = new AtomicBoolean(true);

    Line(String resource, Wire wire, DeviceContext holder, boolean torqueOff) {
        this.resource = resource;
        this.wire = wire;
        this.holder = holder;
        this.torqueOff = torqueOff;
    }

    @Override
    public String resource() {
        return resource;
    }

    @Override
    public boolean valid() {
        return valid.get();
    }

    @Override
    public Lease transferTo(DeviceContext next) throws DeviceException {
        if (!valid.compareAndSet(true, false)) {
            throw new DeviceException(resource + " is not leased any more");
        }
        return new Line(resource, wire, next, torqueOff);
    }

    /** By force, while the driver may hang in the wire. */
    @Override
    public void revoke() {
        if (valid.compareAndSet(true, false)) {
            wire.makeSafe(torqueOff);
            wire.close();
        }
    }

    /** The driver's own end: applies the torque rule, closes, and says so. Never throws. */
    void end() {
        if (valid.compareAndSet(true, false)) {
            wire.makeSafe(torqueOff);
            wire.close();
            holder.ended(this);
        }
    }

    @Override
    public void close() {
        if (valid.compareAndSet(true, false)) {
            wire.close();
            holder.ended(this);
        }
    }
}
