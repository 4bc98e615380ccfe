/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit;

import dev.tendon.testkit.Finding.Outcome;
import dev.tendon.testkit.internal.Bounded;
import dev.tendon.testkit.internal.NotTried;
import dev.tendon.testkit.internal.Violation;
import dev.tendon.testkit.internal.Words;
import java.time.Duration;

/** One promise of the api, ready to be checked. Thread: any. */
public final class Check {
    private final String id;
    private final String subject;
    private final String promise;
    private final Duration limit;
    private final Body body;

    /** What is done; returns where the promise is kept. */
    @FunctionalInterface
    public interface Body {
        /**
         * Checks.
         *
         * @throws Exception where the promise is broken; its message says how
         */
        void run() throws Exception;
    }

    /** @param limit how long the whole of it may take */
    public Check(String id, String subject, String promise, Duration limit, Body body) {
        this.id = id;
        this.subject = subject;
        this.promise = promise;
        this.limit = limit;
        this.body = body;
    }

    public String id() {
        return id;
    }

    public String subject() {
        return subject;
    }

    public String promise() {
        return promise;
    }

    /** Checks it, in a thread beside the caller. Returns also where the device does not. */
    public Finding run() throws InterruptedException {
        try {
            Bounded.run("tendon-verify-" + id, limit, body);
            return finding(Outcome.PASSED, "");
        } catch (NotTried e) {
            return finding(Outcome.NOT_TRIED, e.text());
        } catch (Violation e) {
            return finding(Outcome.FAILED, e.text());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError e) {
            return finding(Outcome.FAILED, Words.unexpected(e));
        }
    }

    private Finding finding(Outcome outcome, String text) {
        return new Finding(id, subject, promise, outcome, text);
    }
}
