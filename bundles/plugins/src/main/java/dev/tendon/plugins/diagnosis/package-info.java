/**
 * Why a bundle does not resolve, in words. Needs nothing but OSGi's framework API, so that the launcher can embed it; start at
 * {@link dev.tendon.plugins.diagnosis.Missing}.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.plugins.diagnosis;
