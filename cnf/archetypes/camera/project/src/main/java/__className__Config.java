package ${package};

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** The options: parsing, --help, messages and files follow from this record. */
@Describe("A camera that sends raw pictures over the net")
public record ${className}Config(
        @Describe("The camera as HOST:PORT; sim: takes one that draws its pictures") String address,
        @Describe("Width of the picture in pixels") @Default("320") int width,
        @Describe("Height of the picture in pixels") @Default("240") int height,
        @Describe(value = "Pictures per second", unit = "Hz") @Default("30") int fps) {

    public ${className}Config {
        if (address.isBlank()) {
            throw new ConfigException("address must not be empty: give HOST:PORT of the camera, or sim:");
        }
        if (width < 1 || height < 1 || width > 8192 || height > 8192) {
            throw new ConfigException("width and height are " + width + " and " + height + ", but must be 1 to 8192");
        }
        if (fps < 1 || fps > 240) {
            throw new ConfigException("fps is " + fps + ", but must be 1 to 240");
        }
    }
}
