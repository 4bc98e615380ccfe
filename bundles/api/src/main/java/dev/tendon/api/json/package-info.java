/**
 * JSON letter by letter as Python writes it: LeRobot's files are read by Python's tools and held against theirs byte for byte.
 *
 * <p>Thread: any.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.json;
