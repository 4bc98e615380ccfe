/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A camera of a session, to be looked at. Looking costs the loop nothing: it is the camera that is asked. Thread: any. */
@ProviderType
public interface SessionCamera {
    /** Its name in the session's observation, and the size of its pictures. */
    Feature feature();

    /**
     * The newest picture, with a reference that the caller releases soon: a camera has few pictures, and takes none while all are
     * held. Null where there is none (yet), where the camera was lost, and after the session.
     */
    @Nullable
    Image newest();
}
