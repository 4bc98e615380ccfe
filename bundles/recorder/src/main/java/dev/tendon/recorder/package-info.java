/**
 * Recording: the ticks of a session become episodes of a dataset.
 *
 * <p>Start at {@link dev.tendon.recorder.Recordings}:
 *
 * <pre>{@code
 * try (Session session = sessions.open(request.tapped(Recording.TAP_TICKS));
 *         Recording recording = recordings.open(what, session, listener)) {
 *     recording.start();
 *     session.run(); // until the recording stops it
 *     RecordingReport report = recording.finish();
 * }
 * }</pre>
 *
 * <p>Thread: as each type says. The threads of a recording: one takes ticks from the session's tap and decides what is recorded; for each
 * episode one writes rows and syncs once a second, and one a camera encodes; one saves finished episodes, one after the other. Two
 * episodes have threads of their own, so that the next one begins while the last one's pictures are still being encoded.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A frame is a row and a picture of each camera. Where one of them finds no room, the whole frame is left out, counted and told:
 *       a picture too few in one video would shift every later one against its row.
 *   <li>Pictures are copied off the camera's memory at once: a camera has some eight, and takes none while all are held. The copies
 *       have a limit ({@code --dataset.encoder_queue_maxsize}).
 *   <li>Journals and encoders are opened on their own threads; what comes meanwhile waits in the same queues as always, so that an
 *       episode begins within a tick.
 *   <li>An episode is saved after its reset phase, as in LeRobot, since it can be asked for again until then; it is encoded and durable in
 *       the journal at once.
 *   <li>The time of an episode is that of its ticks, not of the wall: 2 s at 30 Hz are 60 frames unless ticks were missed.
 *   <li>Ticks without an action of the drive are recorded with its last one, which is what the robot is sent; ticks in which the
 *       robot could not be observed are left out, and counted.
 *   <li>What cuts an episode short (a lost device, a camera without a picture for 500 ms, a full disk) ends the episode, not the recording;
 *       whether the part is saved is the user's choice. Only Ctrl-C, after which nobody can be asked, leaves it in the journal.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.recorder;
