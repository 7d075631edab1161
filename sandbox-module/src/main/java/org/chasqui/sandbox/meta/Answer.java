package org.chasqui.sandbox.meta;

/** How a request is answered. */
public enum Answer {
    /** Meta's 200 with a wamid. */
    NORMAL,
    /** Meta's error envelope with the scenario's code. */
    REFUSAL,
    /** Nothing is ever sent; the connection stays open until the client gives up (or 2 minutes passed). */
    HANG,
    /** The connection is reset after the request was read. */
    RESET,
    /** Half of the answer, then the connection is closed. */
    HALF,
    /** 500 without a body. */
    EMPTY_500,
    /** 503 without a body. */
    EMPTY_503,
    /** 502 with a proxy's HTML page. */
    HTML_502,
    /** 200 without a body. */
    EMPTY_200,
    /** 200 with a body that is not JSON. */
    GARBAGE,
    /** 200 with an answer that names no message. */
    NO_WAMID,
    /** 429 (instead of Meta's 400) with error 130429. */
    THROTTLED_429,
    /** 429 without a body, with Retry-After. */
    EMPTY_429
}
