package ${package};

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.Optional;

/** The options: parsing, --help, messages and files follow from this record. */
@Describe("An arm of six joints")
public record ${className}Config(
        @Describe("Controller of the arm as HOST:PORT; sim: takes a simulated one") String port,
        @Describe("Name of this arm, in messages") Optional<String> id,
        @Describe("Switch the motors off on disconnect") @Default("true") boolean disableTorqueOnDisconnect,
        @Describe(value = "Longest wait for an answer", unit = "ms") @Default("20") int answerMs) {

    public ${className}Config {
        if (port.isBlank()) {
            throw new ConfigException("port must not be empty: give HOST:PORT of the arm's controller, or sim:");
        }
        if (answerMs < 1 || answerMs > 200) {
            throw new ConfigException("answer_ms is " + answerMs + ", but must be 1 to 200");
        }
    }
}
