/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.write.FilePosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Files that become one. */
record FileGroup(List<FilePosition> files) {
    FileGroup {
        files = List.copyOf(files);
    }

    interface Size {
        long of(FilePosition file) throws IOException;
    }

    /** Joins neighbours as long as they stay below {@code limit} bytes together, as LeRobot fills its files. */
    static List<FileGroup> of(Collection<FilePosition> files, Size size, long limit) throws IOException {
        List<FileGroup> groups = new ArrayList<>();
        List<FilePosition> group = new ArrayList<>();
        long bytes = 0;
        for (FilePosition file : files) {
            long more = size.of(file);
            if (!group.isEmpty() && bytes + more >= limit) {
                groups.add(new FileGroup(group));
                group.clear();
                bytes = 0;
            }
            group.add(file);
            bytes += more;
        }
        if (!group.isEmpty()) {
            groups.add(new FileGroup(group));
        }
        return groups;
    }

    /** Whether there is more than one. */
    boolean joined() {
        return files.size() > 1;
    }
}
