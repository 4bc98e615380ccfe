/**
 * How a bundle declares its options: a record, with a description and a default on each component.
 *
 * <pre>{@code
 * /** Options of an SO-101 follower arm. *}{@code /
 * public record So101Config(
 *         @Describe("Serial port of the arm; sim: takes the simulator") String port,
 *         @Describe("Switch the motors off on disconnect") @Default("true") boolean disableTorqueOnDisconnect,
 *         @Describe("Largest step in one tick: a number, or one by joint") Optional<PerJoint> maxRelativeTarget) {}
 * }</pre>
 *
 * <p>That one declaration gives parsing ({@code --robot.disable_torque_on_disconnect=false}), {@code --help}, messages, and
 * JSON and YAML both ways. Component types: {@code boolean, int, long, double, String, Path}, enums (spelled in
 * snake_case), {@link java.util.Optional} of these, lists, string-keyed maps, records (nested options), unions and
 * {@link dev.tendon.api.choice.Chosen}. A <em>union</em> is a sealed interface whose permitted types are records with one
 * component each; the first, in order of declaration, that takes the value wins, as in
 * {@link dev.tendon.api.option.IndexOrPath}. What a type cannot say the record's compact constructor checks, throwing
 * {@link dev.tendon.api.option.ConfigException} or {@link java.lang.IllegalArgumentException}.
 *
 * <p>Thread: any; everything here is immutable.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.option;
