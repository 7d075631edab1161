package org.chasqui.api.botmaker.templates;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.accounts.PhoneNumbers;

/** What a person read when he got a template: its text, with the values that the message carried in its places. */
@ApplicationScoped
public class TemplateTexts {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    @Inject
    TemplateChoice templates;

    @Inject
    PhoneNumbers numbers;

    /** The texts by the ids of their messages; what is no template, or one that is not there any more, is left out. */
    public Map<UUID, String> of(Collection<MessageView> messages) {
        var bodies = new HashMap<List<Object>, Optional<String>>();
        var texts = new HashMap<UUID, String>();
        for (var message : messages) {
            var name = message.template();
            if (name != null) {
                var named = name + ":"
                        + message.content().path("language").path("code").asText("");
                bodies.computeIfAbsent(List.of(message.numberId(), named), one -> body(message.numberId(), named))
                        .ifPresent(body -> texts.put(message.id(), filled(body, message.content())));
            }
        }
        return texts;
    }

    private Optional<String> body(UUID numberId, String named) {
        return numbers.byId(numberId)
                .flatMap(sender -> templates.find(sender, named, () -> null))
                .map(template -> template.shape().body());
    }

    /** A place that nothing was given for stays as it is. */
    static String filled(String text, JsonNode content) {
        var values = new HashMap<String, String>();
        for (var component : content.path("components")) {
            if (component.path("type").asText("").equalsIgnoreCase("body")) {
                int place = 0;
                for (var parameter : component.path("parameters")) {
                    place++;
                    values.put(parameter.path("parameter_name").asText(Integer.toString(place)), value(parameter));
                }
            }
        }
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** A text, or an amount or a time in the words that were sent for phones that cannot write them. */
    private static String value(JsonNode parameter) {
        var type = parameter.path("type").asText("text");
        return parameter
                .path("text")
                .asText(parameter.path(type).path("fallback_value").asText(""));
    }
}
