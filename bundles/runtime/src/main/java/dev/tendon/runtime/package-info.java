/**
 * Control sessions: a robot, what moves it, and the loop between them.
 *
 * <p>Start at {@link dev.tendon.runtime.Sessions}:
 *
 * <pre>{@code
 * try (Session session = sessions.open(new SessionRequest("left", robot, new Drive.ByTeleoperator(teleop),
 *         LoopSettings.of(60), dialog, event -> console.err(event.text())))) {
 *     SessionReport report = session.run(); // until stop(), an interrupt, or the end of the recording
 * }
 * }</pre>
 *
 * <p>Thread: any, unless a method says otherwise. One control thread a session owns its devices while it runs.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A tick is: observe; add the newest pictures by reference; ask the drive; send; write down; leave it to the tap;
 *       exchange what is to be exchanged; wait. It waits for a device's bus and for its clock. A ninth step needs a reason here; that
 *       of the tap is that a recorder needs every tick as it was, with its pictures, while a snapshot is only the newest one.
 *   <li>A {@link dev.tendon.runtime.TickTap} is a ring of fixed size between the control thread and one reader. The loop copies some
 *       numbers and references, wakes nobody (a wake-up is a system call whose length is the kernel's to decide) and drops the tick, counted,
 *       where the ring is full: the reader must be quicker, or keep a queue of its own. A recorder with a thread that is called back was
 *       rejected, since the loop would then run code that it does not know. What is recorded and what is not is the reader's decision;
 *       the loop leaves every tick, so that nothing has to be agreed between two threads at the moment an episode begins.
 *   <li>On simulated time a tap's reader may ask the loop to wait for it ({@link dev.tendon.runtime.TickTap#lockstep}): a recording then
 *       runs as fast as the slower of the two, loses nothing, and is the same in each run.
 *   <li>A drive may rest ({@link dev.tendon.runtime.Session#rest}): then it is as if nobody drove, and nothing of that is counted as a
 *       fault.
 *   <li>The schedule is absolute ({@code origin + n · period}). A tick that begins more than one period late is <em>missed</em>,
 *       counted once, and the schedule begins anew from it: a burst of overdue ticks would move a robot in jerks.
 *   <li>Waiting is {@code parkNanos} and nothing else. Beside a bare timer loop in the same process (200 Hz, a fake robot, two
 *       cores, idle, three rounds of 10 s in turn) the 99th percentile of lateness was 0.84 to 1.19 times the bare loop's; spinning
 *       would take a core from the policy. {@code tendon bench loop} measures it anew. Reconsider above 1000 Hz.
 *   <li>Actions meet the robot by name, never by position; units must be equal where both are known. Every difference is told at
 *       once, before anything is connected.
 *   <li>A tick without an action of the drive sends the last goal <em>sent</em> again: some devices stop when they hear nothing,
 *       and the goal sent does not sag as a measured pose does. Where the robot could not be observed nothing is sent and the drive
 *       is not asked, so that a recording loses no action.
 *   <li>A device may fail: that is an event with a counter. Where its port is gone ({@code DeviceLostException}), or after three
 *       failures in a row that last a second of the session's time, it is <em>lost</em>. Without a {@link
 *       dev.tendon.runtime.Reconnection} that ends the session with {@link dev.tendon.runtime.Ending#DEVICE_FAILED}. With one the loop
 *       ticks on without it (a lost robot is sent nothing, its servos keep the goal; with a lost leader the robot is sent its last
 *       goal), while another thread closes the dead instance by its rule, makes a new one and connects it with all checks, as at the
 *       start; reviving the old instance was rejected, since motors that lost their power have forgotten their settings. The new
 *       one takes the seat between two ticks, and goals go in a straight line from where the robot is to what is wanted, which may
 *       move meanwhile. Nobody is asked anything: a question in a running session would wait for a person who looks at the arm.
 *   <li>A goal with a number that is none is refused: nothing of it is sent, the last goal is held, the first and the end are told
 *       and all are counted. It does not end the session, because the arm that holds is safer than one that goes limp. Goals that
 *       are merely out of reach are the driver's to clamp; what was sent shows it.
 *   <li>Anything else that a plugin throws ends the session at once: a bug must not move a robot.
 *   <li>A camera never stops the loop: an arm must not drop because of a cable. Its newest picture stays in the observation, with its
 *       own time; a camera that was lost leaves its slot empty. Where the last picture is older than 500 ms (LeRobot refuses such a one) that
 *       is an event, and when the next comes another with the number of ticks. Whoever decides by pictures, or keeps them, judges their
 *       time stamps.
 *   <li>Devices are closed when the loop is over, the robot first, because its torque rule is what makes it safe. Connecting begins
 *       with the robot, at which a camera may look; then all cameras connect at once, beside the teleoperator: a camera loads its
 *       libraries and warms up for a second, which two need not do one after the other.
 *   <li>A call that does not return is given up with its thread. Within a tick a watchdog on real time sees that a stage does not
 *       end, takes what the device has leased (which applies its rule), and marks the control thread, whose next step then ends it, so
 *       that it meets nobody at the device. Connecting, preparing and closing run on threads that may be given up the same way.
 *   <li>The watchdog counts only time in which it was itself awake: a suspended process is no hang.
 *   <li>A chunk's first action belongs to the tick that it was asked in. How many actions are skipped is measured (those carried
 *       out since), not computed from a clock, so that a first plan that takes seconds shifts nothing and the seam between two
 *       chunks, or between two versions of a policy, repeats and loses no action.
 *   <li>What is estimated decides only when the next chunk is asked for: as early as plans took lately, and a quarter of that. Late all the
 *       same, nothing is made up: the last goal sent is held, no action of the drive counts as carried out, and the next chunk goes on where the
 *       last one ended. Skipping by ticks passed instead would make the robot jump over what it has not done.
 *   <li>A loop may be a whole number of times quicker than its policy; goals between two actions are in a straight line, as LeRobot's, and so a
 *       period late.
 *   <li>Other names for cameras are told to the policy alone, in one place, so that no policy has to know of them.
 *   <li>A session may end with its robot where it began ({@link dev.tendon.runtime.LoopSettings#wayBack}): in the same loop, so that watchdog,
 *       limits and torque rule are the same on the way. Not after a failure: then nobody knows whether it is safe to move.
 *   <li>On simulated time the loop waits for the plan in the tick that asks for it: planning takes no simulated time, and a run
 *       can be repeated exactly.
 *   <li>A successor is made, compared, prepared and, if it is a policy, has planned once before anything changes. If several uses
 *       move and one is refused, those that moved go back.
 *   <li>Whoever looks at a session (a table, a {@link dev.tendon.runtime.SessionDisplay}) takes snapshots and asks cameras itself,
 *       on a thread of its own; the loop does not know how many look. A display is an optional service: {@link
 *       dev.tendon.runtime.SessionDisplays}.
 *   <li>What outlives a plugin (events, refusals, counters) keeps text, not exceptions: an exception keeps its classes.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.runtime;
