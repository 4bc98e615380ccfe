/**
 * Recording that survives: a dataset while it is written to. The running episode is journaled, saved episodes are whole, and what a
 * crash, a full disk or a pulled plug leaves behind is completed or cleaned by the next open.
 *
 * <p>Start at {@link dev.tendon.dataset.store.DatasetStore}. The save protocol, its states, and what each failure leaves
 * behind are in the bundle's README.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.dataset.store;
