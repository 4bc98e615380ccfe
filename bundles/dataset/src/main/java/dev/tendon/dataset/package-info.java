/**
 * Reads LeRobotDataset: formats v3.0, v2.1 and v2.0. What writes, saves and changes datasets is in the packages below.
 *
 * <p>Start at {@link dev.tendon.dataset.Dataset}.
 *
 * <pre>{@code
 * try (Dataset dataset = Dataset.open(Path.of("my-recording"))) {
 *     EpisodeFrames frames = dataset.frames(0, Set.of("action"));
 *     for (int i = 0; i < frames.length(); i++) {
 *         send(frames.value("action", i, 0)); // the first joint
 *     }
 * }
 * }</pre>
 *
 * <p>Thread: any. Everything that is handed out is immutable; reading opens and closes its files within the call.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The files come from outside: every size is checked against the file's own length before memory is taken, and whatever is
 *       broken in them ends in a {@link dev.tendon.dataset.FormatException} that names the file.
 *   <li>An episode's rows are found by the column {@code episode_index}, not by arithmetic on row numbers, and must be as many
 *       as {@code meta} says. Row groups that cannot hold it are skipped by their statistics.
 *   <li>Numbers come as {@code double}: exact for float32 and float64, and for integers up to 2<sup>53</sup>.
 *   <li>Videos are not this reader's business, except that it says which ones are missing.
 * </ul>
 *
 * <p>The format's facts are from LeRobot 0.6 (huggingface/lerobot 7427f3180, {@code datasets/}) and, for v2.1, from b0923ab74.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.dataset;
