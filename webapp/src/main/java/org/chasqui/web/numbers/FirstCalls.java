package org.chasqui.web.numbers;

import java.util.List;
import org.chasqui.web.text.Texts;

/**
 * The call that sends a first message from a number, in each API that the gateway speaks: a template where that API has them,
 * because nobody has written yet.
 */
final class FirstCalls {
    private static final Texts TEXTS = Texts.of("numbers");
    private static final String PERSON = "+5511955500167";
    private static final String BEARER = "Authorization: Bearer $CHASQUI_KEY";
    private static final String D360 = "D360-API-KEY: $CHASQUI_KEY";

    private final String publicUrl;
    private final String phoneNumberId;
    private final String digits;
    private final boolean isSandbox;

    /**
     * The calls of a number.
     *
     * @param phoneNumberId Meta's id
     * @param displayNumber the number as people write it
     */
    FirstCalls(String publicUrl, String phoneNumberId, String displayNumber, boolean isSandbox) {
        this.publicUrl = publicUrl;
        this.phoneNumberId = phoneNumberId;
        this.digits = displayNumber.replaceAll("\\D", "");
        this.isSandbox = isSandbox;
    }

    /** In our own API. */
    String nativeCall() {
        return call(
                "/api/v1/whatsapp/messages/template",
                BEARER,
                "{\"phone_number_id\": \"" + phoneNumberId + "\",\n"
                        + "    \"to\": \"" + PERSON + "\",\n"
                        + "    \"template\": \"" + template() + "\", \"language\": \"en_US\"" + components("    ")
                        + "}");
    }

    /** In the APIs of others. */
    List<DialectCall> others() {
        return List.of(
                dialect("dialog360", dialog360()),
                dialect("cbot", cbot()),
                dialect("botmaker", botmaker()),
                dialect("waabot", waabot()),
                dialect("graph", graph()));
    }

    private static DialectCall dialect(String id, String curl) {
        return new DialectCall(id, TEXTS.get("dialect." + id), TEXTS.get("dialect." + id + ".key"), curl);
    }

    /** Cloud style, which is Meta's; the key says which number it is. */
    private String dialog360() {
        return call("/messages", D360, meta());
    }

    /** On-premise style, as seed 000 has it. */
    private String cbot() {
        return call(
                "/onprem/v1/messages",
                D360,
                "{\"recipient_type\": \"individual\", \"to\": \"" + PERSON.substring(1) + "\",\n"
                        + "    \"type\": \"template\", \"template\": {\"name\": \"" + template() + "\",\n"
                        + "      \"language\": {\"policy\": \"deterministic\", \"code\": \"en_US\"}"
                        + components("      ")
                        + "}}");
    }

    /** Botmaker sends a template as it triggers an intent, by its name. */
    private String botmaker() {
        return call(
                "/v2.0/chats-actions/trigger-intent",
                "access-token: $CHASQUI_KEY",
                "{\"chat\": {\"channelId\": \"" + digits + "\", \"contactId\": \"" + PERSON.substring(1) + "\"},\n"
                        + "    \"intentIdOrName\": \"" + template() + "\""
                        + (isSandbox ? ", \"variables\": {\"1\": \"Ana\"}" : "") + "}");
    }

    /** Waabot knows no templates: whoever has written within a day gets the text. */
    private String waabot() {
        return call(
                "/whatsapp/message/sendText",
                BEARER,
                "{\"to\": \"" + PERSON.substring(1) + "\", \"message\": \"Hello!\"}");
    }

    private String graph() {
        return call("/graph/v24.0/" + phoneNumberId + "/messages", BEARER, meta());
    }

    /** Meta's own body. */
    private String meta() {
        return "{\"messaging_product\": \"whatsapp\", \"to\": \"" + PERSON + "\",\n"
                + "    \"type\": \"template\", \"template\": {\"name\": \"" + template() + "\",\n"
                + "      \"language\": {\"code\": \"en_US\"}" + components("      ") + "}}";
    }

    private String call(String path, String credential, String body) {
        return "curl " + publicUrl + path + " \\\n  -H \"" + credential + "\" \\\n"
                + "  -H \"Content-Type: application/json\" \\\n  -d '" + body + "'";
    }

    private String template() {
        return isSandbox ? "hello_chasqui" : "hello_world";
    }

    private String components(String indent) {
        return isSandbox
                ? ",\n" + indent + "\"components\": [{\"type\": \"body\",\n" + indent
                        + "  \"parameters\": [{\"type\": \"text\", \"text\": \"Ana\"}]}]"
                : "";
    }
}
