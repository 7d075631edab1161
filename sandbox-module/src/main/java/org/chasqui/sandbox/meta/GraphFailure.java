package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in Meta's error envelope.
 *
 * @param http HTTP status
 * @param subcode {@code error_subcode}, null where Meta sends none
 * @param words {@code error_user_title} and {@code error_user_msg} of management errors, or null
 * @param details {@code error_data.details}, null for errors of the Graph layer, which carry no error_data
 */
public record GraphFailure(
        int http,
        int code,
        @Nullable Integer subcode,
        String type,
        String message,
        @Nullable String details,
        @Nullable Words words) {

    /** What Graph says to people: {@code error_user_title} and {@code error_user_msg}. */
    public record Words(String title, String explanation) {}

    /** A failure without words for people. */
    public GraphFailure(
            int http, int code, @Nullable Integer subcode, String type, String message, @Nullable String details) {
        this(http, code, subcode, type, message, details, null);
    }

    /** The same with words for people. */
    GraphFailure saying(String title, String explanation) {
        return new GraphFailure(http, code, subcode, type, message, details, new Words(title, explanation));
    }

    private static final String OAUTH = "OAuthException";
    private static final String GRAPH_METHOD = "GraphMethodException";
    private static final String EXPIRED =
            "Error validating access token: Session has expired. Create a new system user token.";

    /** A Cloud API error with its usual details. */
    public static GraphFailure of(int code) {
        return of(code, GraphErrors.of(code).details());
    }

    /** A Cloud API error with details of its own: {@code (#code) title}. */
    public static GraphFailure of(int code, String details) {
        GraphErrors.Entry entry = GraphErrors.of(code);
        Integer subcode = code == 130429 ? 2494055 : null;
        return new GraphFailure(entry.http(), code, subcode, OAUTH, "(#" + code + ") " + entry.title(), details);
    }

    /** Code 100 whose message is the whole explanation, as Graph words schema errors. */
    public static GraphFailure invalidParameter(String explanation) {
        return new GraphFailure(400, 100, null, OAUTH, "(#100) " + explanation, null);
    }

    static GraphFailure noToken() {
        return new GraphFailure(401, 190, null, OAUTH, "Invalid OAuth access token - Cannot parse access token", null);
    }

    static GraphFailure expiredToken() {
        return new GraphFailure(401, 190, 463, OAUTH, EXPIRED, null);
    }

    static GraphFailure noPermission() {
        String message = "(#10) Application does not have permission for this action";
        return new GraphFailure(403, 10, null, OAUTH, message, null);
    }

    static GraphFailure noAccess() {
        String message = "(#200) You do not have the necessary permissions required to send messages on behalf of this"
                + " WhatsApp Business Account";
        return new GraphFailure(403, 200, null, OAUTH, message, null);
    }

    /** Code 100: the code of the login window is none of ours. */
    public static GraphFailure invalidCode() {
        return new GraphFailure(400, 100, null, OAUTH, "Invalid verification code format.", null);
    }

    /** Code 100 subcode 36007: the code of the login window lives for 30 seconds. */
    public static GraphFailure expiredCode() {
        return new GraphFailure(400, 100, 36_007, OAUTH, "This authorization code has expired.", null);
    }

    /** Code 100 subcode 36009: the code of the login window is good for one token. */
    public static GraphFailure usedCode() {
        return new GraphFailure(400, 100, 36_009, OAUTH, "This authorization code has been used.", null);
    }

    /** Code 101: the app does not exist. */
    public static GraphFailure unknownClient() {
        String message = "Error validating application. Cannot get application info due to a system error.";
        return new GraphFailure(400, 101, null, OAUTH, message, null);
    }

    /** Code 1: the app exists, its secret is another. */
    public static GraphFailure wrongClientSecret() {
        return new GraphFailure(400, 1, null, OAUTH, "Error validating client secret.", null);
    }

    /** Code 100 subcode 33: the object is not there, or this verb does not work on it. */
    public static GraphFailure unsupported(String method, String id) {
        String message = "Unsupported " + method.toLowerCase(Locale.ROOT) + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation."
                + " Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";
        return new GraphFailure(400, 100, 33, GRAPH_METHOD, message, null);
    }

    /** Code 2500: nothing lives under this path. */
    public static GraphFailure unknownPath(String path) {
        return new GraphFailure(400, 2500, null, OAUTH, "Unknown path components: /" + path, null);
    }

    /** Code 2200: the callback did not answer the verification challenge. */
    public static GraphFailure callbackNotVerified(String reason) {
        String message = "(#2200) Callback verification failed with the following errors: " + reason;
        return new GraphFailure(400, 2200, null, OAUTH, message, null);
    }

    /** Code 100 subcode 2593107: what the app knows is told once. */
    public static GraphFailure appDataAskedBefore() {
        return new GraphFailure(400, 100, 2_593_107, OAUTH, "(#100) Synchronisation request limit exceeded", null);
    }

    /** Code 100 subcode 2593108: it is told within a day of the onboarding. */
    public static GraphFailure appDataTooLate() {
        return new GraphFailure(
                400, 100, 2_593_108, OAUTH, "(#100) Synchronisation was requested outside of the allowed window", null);
    }

    /** The envelope. */
    public ObjectNode toJson(String fbtraceId) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode error = root.putObject("error");
        error.put("message", message).put("type", type).put("code", code);
        if (details != null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (words != null) {
            error.put("is_transient", false).put("error_user_title", words.title());
            error.put("error_user_msg", words.explanation());
        }
        error.put("fbtrace_id", fbtraceId);
        return root;
    }
}
