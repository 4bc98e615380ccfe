/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.nio.file.Path;

/**
 * Where a dataset keeps what is Tendon's own. Nothing in it is read by anybody else, and after a clean end it is gone.
 *
 * @param root the dataset's folder
 */
record Places(Path root) {
    /** The folder below the dataset's own. */
    static final String TENDON = ".tendon";

    Path tendon() {
        return root.resolve(TENDON);
    }

    /** A folder for each episode that is being recorded, or was when the recorder died. */
    Path journals() {
        return tendon().resolve("journal");
    }

    /** What a save builds before it is published. */
    Path save() {
        return tendon().resolve("save");
    }

    /** Lists what is to be published; while it is there, the save is to be finished. */
    Path intent() {
        return save().resolve("intent.json");
    }

    /** Files that no episode speaks of, and that would have been read as its rows. */
    Path orphans() {
        return tendon().resolve("orphans");
    }

    Path meta() {
        return root.resolve("meta");
    }

    Path info() {
        return meta().resolve("info.json");
    }
}
