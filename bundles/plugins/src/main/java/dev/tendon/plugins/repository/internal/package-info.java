/** Reading, writing and fetching indexes. Start at {@link dev.tendon.plugins.repository.internal.DefaultRepositories}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.repository.internal;
