package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.MessageTemplate;

/** What a new sandbox holds: one account with two numbers and three approved templates, and the app's token. */
final class FirstDay {

    private static final String HELLO = """
            [{"type":"BODY","text":"Hi {{1}}, your gateway runs. Every message leaves a trail.",
              "example":{"body_text":[["Ana"]]}}]""";
    private static final String OFFER = """
            [{"type":"HEADER","format":"TEXT","text":"Spring has come, {{1}}","example":{"header_text":["Ana"]}},
             {"type":"BODY","text":"Until {{1}} everything from the loom is {{2}} percent off. Shall we keep a piece for you?",
              "example":{"body_text":[["Sunday","20"]]}},
             {"type":"FOOTER","text":"Tap Stop to hear no more of offers"},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Keep one for me"},{"type":"QUICK_REPLY","text":"Stop"},
              {"type":"URL","text":"See them","url":"https://example.com/spring/{{1}}","example":["https://example.com/spring/17"]}]}]""";
    private static final String CODE = """
            [{"type":"BODY","text":"*{{1}}* is your verification code. For your security, do not share this code.",
              "add_security_recommendation":true,"example":{"body_text":[["123456"]]}},
             {"type":"FOOTER","text":"This code expires in 10 minutes.","code_expiration_minutes":10},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"Copy code",
              "url":"https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
              "example":["https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456"]}]}]""";

    private final App app;
    private final Catalog catalog;

    FirstDay(App app, Catalog catalog) {
        this.app = app;
        this.catalog = catalog;
    }

    void fill(long now) {
        Waba waba = new Waba(app.wabaId(), "Chasqui Demo");
        giveTemplates(waba);
        catalog.add(waba);
        long first = Long.parseLong(app.phoneNumberId());
        catalog.add(new BusinessNumber(app.phoneNumberId(), waba, "15550100001", "Chasqui Demo", Throughput.STANDARD));
        catalog.add(new BusinessNumber(
                Long.toString(first + 1), waba, "15550100002", "Chasqui Demo Express", Throughput.HIGH));
        catalog.add(systemToken(app, now));
    }

    static AccessToken systemToken(App app, long now) {
        return new AccessToken(
                app.systemToken(), Set.of(AccessToken.MESSAGING, AccessToken.MANAGEMENT), Set.of(), now, 0);
    }

    /** The templates that every account begins with: one of each category. */
    static void giveTemplates(Waba waba) {
        waba.put(template(waba, "1", "hello_chasqui", "UTILITY", HELLO));
        waba.put(template(waba, "2", "spring_offer", "MARKETING", OFFER));
        waba.put(template(waba, "3", "login_code", "AUTHENTICATION", CODE));
    }

    private static MessageTemplate template(Waba waba, String end, String name, String category, String components) {
        JsonNode json = Json.read(components.getBytes(StandardCharsets.UTF_8));
        if (json == null) {
            throw new IllegalStateException("the first templates are not JSON");
        }
        return new MessageTemplate(waba.id() + end, name, "en_US", category, "APPROVED", json);
    }
}
