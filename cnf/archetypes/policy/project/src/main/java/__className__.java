package ${package};

import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import java.util.Arrays;
import java.util.List;

/** The policy. Owner: one worker, never the control thread; so plan may take longer than a tick. */
final class ${className} implements Policy {
    private final ${className}Config config;
    private final int moving;
    private final double step;
    private final int[] observedSlots;
    private final double[] start;
    private boolean started;
    private long ticks;

    ${className}(${className}Config config, PolicyContext context) {
        this.config = config;
        List<String> actions = context.actionFeatures().layout().valueNames();
        List<String> observed = context.observationFeatures().layout().valueNames();
        moving = actions.indexOf(config.joint());
        step = 2 * Math.PI / (config.periodS() * context.fps());
        observedSlots = actions.stream().mapToInt(observed::indexOf).toArray();
        start = new double[observedSlots.length];
    }

    @Override
    public int observationSteps() {
        return 1;
    }

    @Override
    public int chunkSize() {
        return config.chunkSize();
    }

    @Override
    public int actionSteps() {
        return config.chunkSize();
    }

    @Override
    public void warmUp() {
        // Load weights and run once here, so that the first plan takes no longer than the next.
    }

    @Override
    public void reset() {
        started = false;
        ticks = 0;
    }

    @Override
    public void plan(Observations seen, ActionChunk out) {
        if (!started) {
            Frame now = seen.step(seen.steps() - 1);
            Arrays.setAll(start, slot -> observedSlots[slot] < 0 ? Double.NaN : now.value(observedSlots[slot]));
            if (!Arrays.stream(start).allMatch(Double::isFinite)) {
                return; // nothing is known of the pose: no action, and the robot stays where it is
            }
            started = true;
        }
        for (int i = 0; i < config.chunkSize(); i++) {
            FrameWriter action = out.next();
            double nod = config.amplitude() * Math.sin(step * ticks++);
            for (int slot = 0; slot < start.length; slot++) {
                action.value(slot, start[slot] + (slot == moving ? nod : 0));
            }
        }
    }

    @Override
    public void close() {
        // Free what warmUp loaded.
    }
}
