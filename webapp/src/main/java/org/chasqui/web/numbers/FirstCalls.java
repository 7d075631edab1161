package org.chasqui.web.numbers;

import java.util.List;
import org.chasqui.web.text.Texts;

/**
 * The call that sends a first message from a number, in each API that the gateway speaks. All work with a key of the kind
 * chasqui; a template, because nobody has written yet.
 */
final class FirstCalls {
    private static final Texts TEXTS = Texts.of("numbers");
    private static final String PERSON = "+5511955500167";

    private final String publicUrl;
    private final String phoneNumberId;
    private final boolean isSandbox;

    FirstCalls(String publicUrl, String phoneNumberId, boolean isSandbox) {
        this.publicUrl = publicUrl;
        this.phoneNumberId = phoneNumberId;
        this.isSandbox = isSandbox;
    }

    /** In our own API. */
    String nativeCall() {
        return "curl " + publicUrl + "/api/v1/whatsapp/messages/template \\\n" + head()
                + "  -d '{\"phone_number_id\": \"" + phoneNumberId + "\",\n"
                + "    \"to\": \"" + PERSON + "\",\n"
                + "    \"template\": \"" + template() + "\", \"language\": \"en_US\"" + components("    ") + "}'";
    }

    /** In the APIs of others. */
    List<DialectCall> others() {
        return List.of(call("graph", graph()), call("waabot", waabot()));
    }

    private static DialectCall call(String id, String curl) {
        return new DialectCall(id, TEXTS.get("dialect." + id), curl);
    }

    private String graph() {
        return "curl " + publicUrl + "/graph/v24.0/" + phoneNumberId + "/messages \\\n" + head()
                + "  -d '{\"messaging_product\": \"whatsapp\", \"to\": \"" + PERSON + "\",\n"
                + "    \"type\": \"template\", \"template\": {\"name\": \"" + template() + "\",\n"
                + "      \"language\": {\"code\": \"en_US\"}" + components("      ") + "}}'";
    }

    /** Waabot knows no templates: whoever has written within a day gets the text. */
    private String waabot() {
        return "curl " + publicUrl + "/whatsapp/message/sendText \\\n" + head() + "  -d '{\"to\": \""
                + PERSON.substring(1) + "\", \"message\": \"Hello!\"}'";
    }

    private static String head() {
        return "  -H \"Authorization: Bearer $CHASQUI_KEY\" \\\n  -H \"Content-Type: application/json\" \\\n";
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
