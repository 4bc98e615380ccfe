/**
 * Choice registries: what {@code --robot.type=…}, {@code --policy.type=…} and their like choose from, as OSGi services.
 *
 * <p>LeRobot's draccus {@code ChoiceRegistry} maps a name to a config class at import time; here the service registry is
 * that map. A bundle publishes one {@link dev.tendon.api.choice.ChoiceType} service per choice; when the bundle stops, the
 * choice is gone. All registries use this one mechanism: robots, teleoperators, cameras, policies and environments in
 * {@code api}, optimizers and schedulers in {@code optim}, and any that a vendor adds.
 *
 * <p>Thread: any.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A registry's name is derived from its interface ({@code RobotType}: {@code robot}), not registered: there is no
 *       second list to keep in step.
 *   <li>Names are service properties, so that listing and completion start no component.
 *   <li>{@link dev.tendon.api.choice.Chosen} keeps plain data instead of a config record, because a record belongs to one
 *       version's class loader and a hot swap must bind the same options to the next version's.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.choice;
