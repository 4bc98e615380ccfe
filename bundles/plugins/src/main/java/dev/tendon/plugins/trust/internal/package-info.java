/** Start at {@link dev.tendon.plugins.trust.internal.FolderTrust}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.trust.internal;
