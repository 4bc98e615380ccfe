package ${package};

import dev.tendon.api.time.Clock;

/** A leader behind the wire that answers the same packets as the real one, and is waved to and fro. */
final class SimulatedHand implements Wire {
    private static final double SWING_DEG = 15;
    private static final double PERIOD_S = 4;

    private final Clock clock;
    private final long startNs;

    SimulatedHand(Clock clock) {
        this.clock = clock;
        startNs = clock.nanoTime();
    }

    @Override
    public void ask(byte[] request, byte[] answer) {
        double seconds = (clock.nanoTime() - startNs) / 1e9;
        short steps = (short) Math.round(100 * SWING_DEG * Math.sin(2 * Math.PI * seconds / PERIOD_S));
        for (int i = 0; i < answer.length; i += 2) {
            answer[i] = (byte) (steps >> 8);
            answer[i + 1] = (byte) steps;
        }
    }

    @Override
    public void close() {
        // nothing is open
    }
}
