/**
 * A camera that draws its pictures: choice {@code sim}. Start at {@link dev.tendon.camera.sim.SimCameraType}.
 *
 * <p>{@link dev.tendon.camera.sim.Scene} draws one picture: {@link dev.tendon.camera.sim.TestPattern} or {@link
 * dev.tendon.camera.sim.ArmScene}. {@link dev.tendon.camera.sim.Exposures} says which picture is due and what goes wrong with it,
 * {@link dev.tendon.camera.sim.SimCamera} when it is taken.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A picture depends on its number alone (and on the arm's pose), and so does what goes wrong with it: the same options and seed
 *       give the same pictures, in whatever order threads run.
 *   <li>On real time a thread draws each picture when it is due, as a camera does. On simulated time nobody may sleep beside the
 *       loop, since a sleep is what moves that clock: the picture that is due is drawn when somebody looks, which takes no time there.
 *   <li>Pixels are drawn by hand, not with Java2D: no AWT in a headless host, and the same bytes on every JDK.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.camera.sim;
