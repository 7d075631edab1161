package org.chasqui.api.dialog360.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.chasqui.templates.templates.TemplateView;

/** A template in the words of either host. */
final class TemplateJson {
    private TemplateJson() {}

    /** As the old host has it: the status in lower case. */
    static ObjectNode old(TemplateView template, String namespace) {
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put("name", template.name())
                .put("namespace", namespace)
                .put("language", template.language())
                .put("category", template.category())
                .put("status", template.status().toLowerCase(Locale.ROOT))
                .put("rejected_reason", reason(template).toLowerCase(Locale.ROOT))
                .put("id", template.metaId());
        return tree.set("components", template.tree());
    }

    /** As Graph has it. */
    static ObjectNode graph(TemplateView template) {
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put("name", template.name())
                .put("parameter_format", template.parameterFormat());
        tree.set("components", template.tree());
        tree.put("language", template.language())
                .put("status", template.status())
                .put("category", template.category())
                .put("rejected_reason", reason(template))
                .put("id", template.metaId());
        tree.putObject("quality_score").put("score", template.quality());
        return tree;
    }

    private static String reason(TemplateView template) {
        return template.rejectedReason() == null ? "NONE" : template.rejectedReason();
    }
}
