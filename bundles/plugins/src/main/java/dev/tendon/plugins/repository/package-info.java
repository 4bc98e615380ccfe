/**
 * Plugins from elsewhere: indexes as the OSGi Repository service specification (1.1, chapter 132) has them, by file or http(s). Start at
 * {@link dev.tendon.plugins.repository.Repositories}.
 *
 * <p>Thread: any.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>An index is untrusted data: no document type, no entities, bounded in bytes, depth and number; a URL in it leads nowhere but
 *       below the index itself, or to a server by http(s).
 *   <li>What is downloaded is what the index says, by size and SHA-256, or it is not taken; so a mirror need not be trusted.
 *   <li>The plan is greedy (the highest version of whatever is missing), because the store's trial resolves it for good before anything
 *       is committed. Reconsider if vendors' bundles begin to conflict.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.repository;
