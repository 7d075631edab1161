package org.chasqui.api.dialog360;

/** The two ways to host the WhatsApp Business API, whose requests and answers are different. */
public enum Style {
    /** Meta's Cloud API. */
    CLOUD,
    /** The On-Premises API, which Meta has ended in October 2025 and old clients go on speaking. */
    ON_PREMISE
}
