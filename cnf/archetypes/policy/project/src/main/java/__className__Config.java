package ${package};

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** The options: parsing, --help, messages and files follow from this record. */
@Describe("Nods with one joint, and keeps the others")
public record ${className}Config(
        @Describe("Which action moves") @Default("wrist_flex.pos") String joint,
        @Describe(value = "How far it goes to either side, in the action's unit") @Default("5") double amplitude,
        @Describe(value = "How long a nod takes", unit = "s") @Default("2") double periodS,
        @Describe("How many actions are planned at once") @Default("10") int chunkSize) {

    public ${className}Config {
        if (!(periodS > 0) || !Double.isFinite(amplitude)) {
            throw new ConfigException("period_s is " + periodS + " and amplitude " + amplitude
                    + ", but must be greater than 0 and finite");
        }
        if (chunkSize < 1 || chunkSize > 1000) {
            throw new ConfigException("chunk_size is " + chunkSize + ", but must be 1 to 1000");
        }
    }
}
