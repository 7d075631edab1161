package org.chasqui.platform.start;

import org.jspecify.annotations.Nullable;

/**
 * What the first start made.
 *
 * @param adminPassword null when the operator chose it: then there is nothing to tell
 * @param apiKey null when none was made
 */
record FirstStartReport(
        String adminEmail,
        @Nullable String adminPassword,
        @Nullable String apiKey) {
    /** Without the secrets. */
    @Override
    public String toString() {
        return "FirstStartReport[adminEmail=" + adminEmail + "]";
    }
}
