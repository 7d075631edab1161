package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.meta.Verdict;
import org.jspecify.annotations.Nullable;

/** What Meta tells of templates, in the shape of its webhooks. */
final class TemplateTidings {

    private TemplateTidings() {}

    static void status(World world, Waba waba, MessageTemplate template, String event, String title)
            throws IOException {
        ObjectNode value = Json.object().put("event", event);
        describe(value, template).put("message_template_category", template.category());
        String reason = template.judgement().rejectedReason();
        value.put("reason", reason);
        if (event.equals("REJECTED")) {
            value.putObject("rejection_info")
                    .put("reason", reason)
                    .put("recommendation", Verdict.recommendation(reason));
        }
        if (!title.isEmpty()) {
            value.putObject("other_info").put("title", title).put("description", sentence(title));
        }
        world.news().tell(waba, "message_template_status_update", value);
    }

    static void category(
            World world, Waba waba, MessageTemplate template, @Nullable String previous, @Nullable String correct)
            throws IOException {
        ObjectNode value = describe(Json.object(), template);
        if (correct != null) {
            value.put("correct_category", correct);
        }
        if (previous != null) {
            value.put("previous_category", previous);
        }
        world.news().tell(waba, "template_category_update", value.put("new_category", template.category()));
    }

    static void quality(World world, Waba waba, MessageTemplate template, String previous) throws IOException {
        ObjectNode value = Json.object().put("previous_quality_score", previous);
        value.put("new_quality_score", template.judgement().quality());
        world.news().tell(waba, "message_template_quality_update", describe(value, template));
    }

    private static ObjectNode describe(ObjectNode value, MessageTemplate template) {
        value.put("message_template_id", Long.parseLong(template.id()));
        value.put("message_template_name", template.name());
        return value.put("message_template_language", template.language());
    }

    private static String sentence(String title) {
        return switch (title) {
            case "FIRST_PAUSE" ->
                "Your WhatsApp message template has been paused for 3 hours because it continued to have issues.";
            case "SECOND_PAUSE" ->
                "Your WhatsApp message template has been paused for 6 hours because it continued to have issues.";
            case "UNPAUSE" -> "Your WhatsApp message template was unpaused.";
            default -> "Your WhatsApp message template has been disabled because it continued to have issues.";
        };
    }
}
