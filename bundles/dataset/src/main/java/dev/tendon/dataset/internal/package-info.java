/**
 * How a dataset's files are read. Start at {@link dev.tendon.dataset.internal.MetaReader} (what is in {@code meta/}) and {@link
 * dev.tendon.dataset.internal.FramesReader} (rows of one episode); both stand on {@link
 * dev.tendon.dataset.internal.ParquetTable}, which lets nothing of parquet-java through, neither its classes nor its
 * exceptions, and takes no memory that a file's own length does not warrant.
 *
 * <p>Thread: any for what is handed out; a table belongs to the call that opened it.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.dataset.internal;
