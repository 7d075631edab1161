package org.chasqui.api.graph;

import java.util.Locale;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** A failure that has its own words at Meta. */
public final class MetaFailed extends RequestFailed {
    private static final int INVALID_PARAMETER = 100;
    private static final int NO_PERMISSION = 10;
    private static final int NO_SUCH_OBJECT = 33;
    private static final int TOKEN_MISSING = 104;
    private static final int UNKNOWN_PATH = 2500;
    private static final int NOT_MARKETING = 131055;
    private static final int SOMETHING_WENT_WRONG = 131000;

    private final transient MetaError error;

    MetaFailed(FailureCode code, MetaError error) {
        super(code, error.details() == null ? error.title() : error.details());
        this.error = error;
    }

    MetaError error() {
        return error;
    }

    /** An object that does not exist, or that is not the client's: the two look the same. */
    public static MetaFailed noSuchObject(String method, String id) {
        var words = "Unsupported " + method.toLowerCase(Locale.ROOT) + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation."
                + " Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";
        return new MetaFailed(
                FailureCode.NOT_FOUND,
                new MetaError(400, INVALID_PARAMETER, NO_SUCH_OBJECT, MetaError.GRAPH_METHOD, words, null));
    }

    static MetaFailed unsupported(String method) {
        return new MetaFailed(
                FailureCode.METHOD_NOT_ALLOWED,
                new MetaError(
                        400,
                        INVALID_PARAMETER,
                        null,
                        MetaError.GRAPH_METHOD,
                        "Unsupported " + method.toLowerCase(Locale.ROOT) + " request.",
                        null));
    }

    static MetaFailed unknownPath(String path) {
        return new MetaFailed(
                FailureCode.NOT_FOUND,
                MetaError.of(
                        UNKNOWN_PATH,
                        "Unknown path components: " + path,
                        "This gateway does not serve this part of the Graph API."));
    }

    static MetaFailed noToken() {
        return new MetaFailed(
                FailureCode.INVALID_API_KEY,
                new MetaError(
                        401,
                        TOKEN_MISSING,
                        null,
                        MetaError.OAUTH,
                        "An access token is required to request this resource.",
                        "Send a key of this gateway (cm_…) as Authorization: Bearer, or as access_token."));
    }

    /** A parameter that Meta's schema does not allow, code 100. */
    public static MetaFailed invalidParameter(String details) {
        return new MetaFailed(
                FailureCode.INVALID_REQUEST, MetaError.of(INVALID_PARAMETER, "Invalid parameter", details));
    }

    /** Something that a key, or this gateway, may not do, code 10. */
    public static MetaFailed notAllowed(String details) {
        return new MetaFailed(
                FailureCode.PERMISSION_DENIED,
                MetaError.of(NO_PERMISSION, "Application does not have permission for this action", details));
    }

    /** Something else than a marketing message at the address of those. */
    public static MetaFailed notMarketing(String details) {
        return new MetaFailed(FailureCode.INVALID_REQUEST, MetaError.of(NOT_MARKETING, "Method not allowed", details));
    }

    /** What Meta said about a message that we had accepted. */
    public static MetaFailed ofMessage(int code, String title, String details) {
        return new MetaFailed(
                FailureCode.PROVIDER_REJECTED, MetaError.of(code == 0 ? SOMETHING_WENT_WRONG : code, title, details));
    }
}
