package org.chasqui.sandbox.meta;

import java.util.Map;

/** How Graph refuses a template: code 100, a subcode that tells which rule, and words for people. */
public final class TemplateRefusals {

    private static final Map<Integer, String> TITLES = Map.of(
            2388019, "Message template limit reached",
            2388023, "Message template language is being deleted",
            2388024, "Content in this language already exists",
            2388040, "Character limit exceeded",
            2388047, "Message header is not valid",
            2388072, "Message body is not valid",
            2388073, "Message footer is not valid",
            2388293, "Too many variables for the length of the message",
            2388299, "Variables can't be at the start or end of the template");

    private TemplateRefusals() {}

    /** A refusal by its subcode. */
    public static GraphFailure of(int subcode, String explanation) {
        String title = TITLES.getOrDefault(subcode, "Invalid parameter");
        return new GraphFailure(400, 100, subcode, "OAuthException", "Invalid parameter", null)
                .saying(title, explanation);
    }

    /** A refusal without a subcode of its own. */
    public static GraphFailure invalid(String explanation) {
        return GraphFailure.invalidParameter(explanation).saying("Invalid parameter", explanation);
    }
}
