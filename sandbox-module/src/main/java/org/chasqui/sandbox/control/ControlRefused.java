package org.chasqui.sandbox.control;

/** Ends a control request with a status and a sentence that says what to do. */
final class ControlRefused extends RuntimeException {

    private final int status;
    private final String code;

    ControlRefused(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ControlRefused invalid(String message) {
        return new ControlRefused(422, "invalid_request", message);
    }

    static ControlRefused notFound(String what, String id) {
        return new ControlRefused(404, "not_found", "There is no " + what + " with id " + id);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
