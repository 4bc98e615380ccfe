package ${package};

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.frame.NewestImage;

/** The driver: one thread of its own keeps the newest picture; the loop picks it up and never waits. Thread: any. */
final class ${className} implements Camera {
    private static final int CHANNELS = 3;
    private static final int PICTURES = 8;
    private static final long CLOSE_MS = 2000;

    private final ${className}Config config;
    private final DeviceContext context;
    private final NewestImage newest = new NewestImage();
    private Source source;
    private Thread reader;

    ${className}(${className}Config config, DeviceContext context) {
        this.config = config;
        this.context = context;
    }

    @Override
    public Feature feature(String name) {
        return Feature.image(name, config.height(), config.width(), CHANNELS);
    }

    @Override
    public synchronized void connect() throws DeviceException {
        if (reader != null) {
            return;
        }
        Source opened = config.address().startsWith("sim:")
                ? new SimulatedSource(config, context.clock())
                : TcpSource.open(config.address(), context.label());
        ImagePool pool = new ImagePool(config.width(), config.height(), CHANNELS, PICTURES);
        try {
            read(opened, pool, 0); // the first picture is there before connect returns
        } catch (DeviceException | InterruptedException | RuntimeException e) {
            opened.close();
            newest.clear();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw e instanceof DeviceException failed
                    ? failed
                    : new DeviceException(context.label() + ": no first picture (" + e.getMessage() + ")", e);
        }
        source = opened;
        reader = new Thread(() -> live(opened, pool), context.label() + "-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Source from, ImagePool pool, long sequence) throws DeviceException, InterruptedException {
        Image image = pool.take();
        if (image == null) {
            from.skip(); // somebody is slow; never wait for them
            return;
        }
        boolean published = false;
        try {
            from.read(image.pixels().duplicate());
            image.stamp(context.clock().nanoTime(), sequence);
            newest.publish(image); // our reference moves in
            published = true;
        } finally {
            if (!published) {
                image.release();
            }
        }
    }

    private void live(Source from, ImagePool pool) {
        try {
            for (long sequence = 1; !Thread.currentThread().isInterrupted(); sequence++) {
                read(from, pool, sequence);
            }
        } catch (DeviceException lost) {
            newest.clear(); // the host sees that there is no picture any more
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Image newest() {
        return newest.acquire();
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.interrupt();
            source.close();
            try {
                reader.join(CLOSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            reader = null;
        }
        newest.clear();
    }
}
