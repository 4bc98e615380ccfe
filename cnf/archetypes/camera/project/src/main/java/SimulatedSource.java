package ${package};

import dev.tendon.api.time.Clock;
import java.nio.ByteBuffer;

/** Draws a bar that wanders over a grey ground, at the rate that was asked for. */
final class SimulatedSource implements Source {
    private final int width;
    private final int height;
    private final long periodNs;
    private final Clock clock;
    private long nextNs;
    private int bar;

    SimulatedSource(${className}Config config, Clock clock) {
        width = config.width();
        height = config.height();
        periodNs = 1_000_000_000L / config.fps();
        this.clock = clock;
        nextNs = clock.nanoTime();
    }

    @Override
    public void read(ByteBuffer pixels) throws InterruptedException {
        skip();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                byte grey = (byte) (Math.abs(x - bar) < 8 ? 230 : 60);
                int at = 3 * (y * width + x);
                pixels.put(at, grey).put(at + 1, grey).put(at + 2, grey);
            }
        }
    }

    @Override
    public void skip() throws InterruptedException {
        clock.sleepUntil(nextNs);
        nextNs += periodNs;
        bar = (bar + 4) % width;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
