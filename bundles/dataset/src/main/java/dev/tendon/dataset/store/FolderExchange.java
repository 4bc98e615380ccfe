/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The system call that lets two folders swap their names: renameat2 with RENAME_EXCHANGE on Linux (glibc 2.28, kernel 3.15;
 * ext4, xfs, btrfs, tmpfs, overlayfs), renamex_np with RENAME_SWAP on macOS (APFS). Thread: any.
 */
final class FolderExchange {
    private static final int AT_FDCWD = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final int RENAME_SWAP = 2;

    /** EPERM, EINVAL, ENOSYS, ENOTSUP (Linux 95, macOS 45), ENOTTY: the call is not there, or not for this file system. */
    private static final Set<Integer> NOT_THERE = Set.of(1, 22, 38, 95, 45, 25);

    private FolderExchange() {}

    static void exchange(Path one, Path other) throws IOException {
        String a = one.toAbsolutePath().toString();
        String b = other.toAbsolutePath().toString();
        try {
            if (Platform.isLinux()) {
                Linux.renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
            } else if (Platform.isMac()) {
                Mac.renamex_np(a, b, RENAME_SWAP);
            } else {
                throw new UnsupportedOperationException("No call to swap two folders on this system");
            }
        } catch (LastErrorException e) {
            if (NOT_THERE.contains(e.getErrorCode())) {
                throw new UnsupportedOperationException("No call to swap two folders on this file system", e);
            }
            FileSystemException problem = new FileSystemException(a, b, e.getMessage());
            problem.initCause(e);
            throw problem;
        } catch (LinkageError e) {
            throw new UnsupportedOperationException("No call to swap two folders in this C library", e);
        }
    }

    /** Bound when the first folders are exchanged. */
    private static final class Linux {
        static {
            Native.register(Linux.class, Platform.C_LIBRARY_NAME);
        }

        private Linux() {}

        static native int renameat2(int oldFolder, String oldPath, int newFolder, String newPath, int flags)
                throws LastErrorException;
    }

    /** Bound when the first folders are exchanged. */
    private static final class Mac {
        static {
            Native.register(Mac.class, Platform.C_LIBRARY_NAME);
        }

        private Mac() {}

        static native int renamex_np(String from, String to, int flags) throws LastErrorException;
    }
}
