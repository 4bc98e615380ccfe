/**
 * Why a bundle does not resolve, or its components are not there, in words. Needs nothing but OSGi's framework API, so that
 * the launcher can embed it; start at {@link dev.tendon.plugins.diagnosis.Missing}. Thread: the caller's.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.diagnosis;
