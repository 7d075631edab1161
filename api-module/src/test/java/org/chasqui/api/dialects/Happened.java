package org.chasqui.api.dialects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;

/**
 * An event of ours as the log has it, with the message that it is about.
 *
 * @param name for people
 * @param message null when it is about none
 */
record Happened(String name, EventView event, @Nullable MessageView message) {
    /** What a message that failed is told with: no format may lose the code. */
    static final int CODE = 131_026;

    static final String WORDS = "Do you have it in blue?";

    private static final String WABA = "102290129340398";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Pattern TYPE = Pattern.compile("`([a-z_]*)\\.([a-z_]+)`");

    /** What people write, by its type. */
    private static final List<String[]> INBOUND = List.of(
            new String[] {"text", "{'body':'" + WORDS + "'}"},
            new String[] {"image", "{'id':'1','mime_type':'image/jpeg','sha256':'x','caption':'This one'}"},
            new String[] {"video", "{'id':'1','mime_type':'video/mp4','sha256':'x'}"},
            new String[] {"audio", "{'id':'1','mime_type':'audio/mpeg','sha256':'x','voice':false}"},
            new String[] {"audio", "{'id':'1','mime_type':'audio/ogg; codecs=opus','sha256':'x','voice':true}"},
            new String[] {"document", "{'id':'1','mime_type':'application/pdf','sha256':'x','filename':'a.pdf'}"},
            new String[] {"sticker", "{'id':'1','mime_type':'image/webp','sha256':'x','animated':true}"},
            new String[] {"location", "{'latitude':-12.0464,'longitude':-77.0428,'name':'Here'}"},
            new String[] {"contacts", "[{'name':{'formatted_name':'Bo Li'},'phones':[{'phone':'+51987654321'}]}]"},
            new String[] {"button", "{'payload':'keep','text':'Keep it'}"},
            new String[] {"interactive", "{'type':'button_reply','button_reply':{'id':'keep','title':'Keep it'}}"},
            new String[] {"interactive", "{'type':'list_reply','list_reply':{'id':'9','title':'Nine'}}"},
            new String[] {"reaction", "{'message_id':'wamid.A','emoji':'x'}"},
            new String[] {"order", "{'catalog_id':'1','product_items':[{'product_retailer_id':'p','quantity':1}]}"},
            new String[] {"system", "{'body':'moved','type':'user_changed_number','wa_id':'14155550101'}"},
            new String[] {"unsupported", "null"});

    /** Every type that docs/webhooks.md promises; a row names one, or several of a family. */
    static Set<String> types() {
        var types = new TreeSet<String>();
        var rows = ROW.matcher(documentation());
        while (rows.find()) {
            var family = "";
            var found = TYPE.matcher(rows.group(1));
            while (found.find()) {
                family = found.group(1).isEmpty() ? family : found.group(1);
                types.add(family + "." + found.group(2));
            }
        }
        return types;
    }

    private static String documentation() {
        try {
            return Files.readString(Path.of("../docs/webhooks.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of each type, and one of each kind of message that people write. */
    static List<Happened> all() {
        var all = new ArrayList<Happened>();
        for (var type : types()) {
            if (type.equals("message.received")) {
                INBOUND.forEach(content -> all.add(written(content[0], content[1].replace('\'', '"'))));
            } else if (type.startsWith("message.")) {
                all.add(step(type, "text"));
                all.add(step(type, "template"));
            } else {
                all.add(other(type));
            }
        }
        return all;
    }

    private static Happened written(String type, String content) {
        var data = message("message.received", type).put("direction", "inbound").put("from", "+" + Cast.PERSON);
        data.set("content", tree(content));
        return new Happened(
                "message.received: " + type + " " + content,
                event("message.received", data),
                Told.inbound(type, content, MessageNotes.NONE));
    }

    private static Happened step(String type, String what) {
        var status = MessageStatus.valueOf(type.substring("message.".length()).toUpperCase(Locale.ROOT));
        boolean isTrouble = status == MessageStatus.FAILED || status == MessageStatus.UNCERTAIN;
        boolean wasSent = status != MessageStatus.EXPIRED && status != MessageStatus.CANCELLED && !isTrouble;
        var data = message(type, what).put("direction", "outbound").put("to", "+" + Cast.PERSON);
        if (what.equals("template")) {
            data.put("template", "hello_chasqui").put("category", "utility");
        }
        if (isTrouble) {
            data.putObject("error")
                    .put("code", CODE)
                    .put("title", "Message undeliverable")
                    .put("advice", "Ask the person to write.");
        }
        if (status == MessageStatus.SENT) {
            data.putObject("pricing")
                    .put("model", "PMP")
                    .put("type", "regular")
                    .put("category", "utility")
                    .put("billable", true);
        }
        var error =
                isTrouble ? new MessageError(CODE, "Message undeliverable", null, "Ask the person to write.") : null;
        return new Happened(
                type + " of a " + what,
                event(type, data),
                Told.outbound(what, status, wasSent ? Told.WAMID : null, error));
    }

    private static ObjectNode message(String type, String what) {
        var status = type.substring("message.".length());
        var data = MAPPER.createObjectNode()
                .put("id", Told.ID.toString())
                .put("wamid", Told.WAMID)
                .put("phone_number_id", Cast.NUMBER)
                .put("type", what)
                .put("status", status)
                .put("conversation_id", Cast.CONVERSATION_ID.toString())
                .put("created_at", "2026-11-22T10:00:00.000Z");
        data.putArray("steps").addObject().put("status", status).put("at", "2026-11-22T10:00:01.120Z");
        return data;
    }

    /** What is no message. Members are those that the writers of these events set, as far as a format reads them. */
    private static Happened other(String type) {
        var family = type.substring(0, type.indexOf('.'));
        var data = MAPPER.createObjectNode();
        switch (family) {
            case "contact" ->
                data.put("contact_id", Cast.CONTACT_ID.toString())
                        .put("conversation_id", Cast.CONVERSATION_ID.toString())
                        .put("phone", "+" + Cast.PERSON)
                        .put("category", "marketing")
                        .put("source", "api")
                        .set("variables", MAPPER.createObjectNode().put("size", "XL"));
            case "conversation" ->
                data.put("id", Cast.CONVERSATION_ID.toString())
                        .put("contact_id", Cast.CONTACT_ID.toString())
                        .put("with", "+" + Cast.PERSON);
            case "number" ->
                data.put("phone_number_id", Cast.NUMBER)
                        .put("waba_id", WABA)
                        .put("what", type.substring(family.length() + 1))
                        .put("before", "PENDING")
                        .put("after", "CONNECTED")
                        .put("source", "webhook")
                        .put("field", "phone_number_" + type.substring(family.length() + 1) + "_update")
                        .putObject("value")
                        .put("display_phone_number", "15550783881");
            case "account" ->
                data.put("field", "account_update")
                        .put("waba_id", WABA)
                        .putObject("value")
                        .put("event", "ACCOUNT_VIOLATION");
            case "template" ->
                data.put("template_id", "77001")
                        .put("meta_id", "77001")
                        .put("waba_id", WABA)
                        .put("name", "hello_chasqui")
                        .put("language", "en_US")
                        .put("status", "APPROVED")
                        .put("quality", "GREEN")
                        .put("category", "UTILITY");
            case "request" -> {
                data.put("webhook_notification_id", "A0")
                        .put("endpoint", "/chats-actions/send-messages")
                        .put("phone_number_id", Cast.NUMBER)
                        .put("to", Cast.PERSON)
                        .put("result", "error")
                        .put("webhook_payload", "order 7")
                        .put("code", CODE);
                data.putArray("errors")
                        .addObject()
                        .put("type", "x")
                        .putNull("source")
                        .put("message", "Closed.");
            }
            default -> data.put("id", new UUID(9, 9).toString()).put("message", "Hello");
        }
        return new Happened(type, event(type, data), null);
    }

    private static EventView event(String type, ObjectNode data) {
        var number = type.startsWith("contact.") || type.startsWith("template.") || type.startsWith("account.")
                ? null
                : Cast.NUMBER;
        return new EventView(
                new UUID(0x0193_a1b2_c3d4_7e5fL, 7), type, Told.AT, new UUID(0, 1), number, data.toString());
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
