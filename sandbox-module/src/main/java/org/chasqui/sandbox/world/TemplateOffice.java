package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.meta.OneTimeCode;
import org.chasqui.sandbox.meta.TemplateLimits;
import org.chasqui.sandbox.meta.TemplateRefusals;
import org.chasqui.sandbox.meta.Verdict;
import org.jspecify.annotations.Nullable;

/** Where templates are handed in and reviewed. Each decision is on disk, and told by webhook, before it holds. */
public final class TemplateOffice {

    private static final Logger LOG = System.getLogger(TemplateOffice.class.getName());

    /** A moment: long enough to be seen, short enough to be waited for. */
    private static final long REVIEW = 1_500;

    private static final long BLOCKED = 30L * 86_400_000;
    private static final int MOST_TEMPLATES = 6_000;

    private final World world;

    TemplateOffice(World world) {
        this.world = world;
    }

    /** A template, or why there is none. */
    public record Handed(
            @Nullable MessageTemplate template, @Nullable GraphFailure failure) {}

    /** Takes a new template in. */
    public Handed create(Waba waba, JsonNode request) throws IOException {
        GraphFailure failure = TemplateLimits.check(request, world.uploads()::isHandle);
        String name = request.path("name").asText();
        String language = request.path("language").asText();
        if (failure == null && waba.isBlocked(name, world.clock().millis())) {
            failure = TemplateRefusals.of(
                    2388023,
                    "New " + language
                            + " content can't be added while the existing content is being deleted. Try again in"
                            + " 4 weeks or create a new message template.");
        }
        if (failure == null && waba.template(name, language) != null) {
            failure = TemplateRefusals.of(
                    2388024, "There is already " + language + " content for this template. Create a new template.");
        }
        if (failure == null && waba.templates().size() >= MOST_TEMPLATES) {
            failure = TemplateRefusals.of(2388019, "This account has as many templates as it may.");
        }
        if (failure != null) {
            return new Handed(null, failure);
        }
        String category = request.path("category").asText();
        Verdict verdict = Verdict.of(name, category);
        ObjectNode json = request.deepCopy();
        json.put("id", world.management().newId());
        json.put("status", verdict.atOnce() ? verdict.status() : "PENDING");
        json.put("rejected_reason", verdict.atOnce() ? verdict.reason() : "NONE");
        json.set("components", parts(category, request.path("components")));
        if (verdict.category() != null) {
            json.put("category", verdict.category());
        }
        MessageTemplate template = MessageTemplate.fromJson(json);
        keep(waba, template, "template handed in");
        if (!verdict.atOnce()) {
            reviewLater(waba, template);
        }
        return new Handed(template, null);
    }

    private static JsonNode parts(String category, JsonNode components) {
        return category.equals("AUTHENTICATION") ? OneTimeCode.written(components) : components;
    }

    /** Takes a changed template in: it is reviewed again. */
    public @Nullable GraphFailure edit(Waba waba, MessageTemplate template, JsonNode changes) throws IOException {
        if (!List.of("APPROVED", "REJECTED", "PAUSED").contains(template.status())) {
            return TemplateRefusals.invalid("Only approved, rejected and paused templates can be edited.");
        }
        String category = changes.path("category").asText(template.category());
        if (template.status().equals("APPROVED") && !category.equals(template.category())) {
            return TemplateRefusals.invalid("The category of an approved template can't be changed.");
        }
        JsonNode components = changes.path("components");
        if (components.isArray()) {
            ObjectNode whole = template.toJson().put("category", category);
            whole.set("components", components);
            GraphFailure failure = TemplateLimits.check(whole, world.uploads()::isHandle);
            if (failure != null) {
                return failure;
            }
        }
        JsonNode ttl = changes.path("message_send_ttl_seconds");
        MessageTemplate edited = template.edited(
                category,
                components.isArray() ? parts(category, components) : template.components(),
                ttl.isNumber() ? ttl.asLong() : null);
        keep(waba, edited, "template edited");
        reviewLater(waba, edited);
        return null;
    }

    /** Deletes a template; the name of an approved one is blocked. */
    public void delete(Waba waba, MessageTemplate template) throws IOException {
        waba.remove(template);
        if (template.status().equals("APPROVED")) {
            waba.block(template.name(), world.clock().millis() + BLOCKED);
        }
        world.management().saved("template deleted", template.name());
        TemplateTidings.status(world, waba, template.become("DELETED", "NONE"), "DELETED", "");
    }

    /** Deletes a template without a word, as when a webhook is lost. */
    public void lose(Waba waba, MessageTemplate template) throws IOException {
        waba.remove(template);
        world.management().saved("template lost", template.name());
    }

    /** Gives a template another status and tells it. */
    public MessageTemplate become(Waba waba, MessageTemplate template, String status, String reason, String title)
            throws IOException {
        MessageTemplate next = template.become(status, reason);
        keep(waba, next, "template " + status);
        TemplateTidings.status(world, waba, next, status, title);
        return next;
    }

    /** Gives a template another status without a word, as when a webhook is lost. */
    public MessageTemplate becomeQuietly(Waba waba, MessageTemplate template, String status, String reason)
            throws IOException {
        MessageTemplate next = template.become(status, reason);
        keep(waba, next, "template quietly " + status);
        return next;
    }

    /** Moves a template into another category and tells it. */
    public MessageTemplate move(Waba waba, MessageTemplate template, String category) throws IOException {
        MessageTemplate next = template.moved(category);
        keep(waba, next, "template moved");
        TemplateTidings.category(world, waba, next, template.category(), null);
        return next;
    }

    /** Tells that a template will be moved. */
    public MessageTemplate announce(Waba waba, MessageTemplate template, String category) throws IOException {
        MessageTemplate next = template.announced(category);
        keep(waba, next, "template move announced");
        TemplateTidings.category(world, waba, next, null, category);
        return next;
    }

    /** Judges the quality of a template anew and tells it. */
    public MessageTemplate rate(Waba waba, MessageTemplate template, String quality) throws IOException {
        MessageTemplate next = template.rated(quality);
        keep(waba, next, "template quality " + quality);
        TemplateTidings.quality(world, waba, next, template.judgement().quality());
        return next;
    }

    /** Goes on after a restart with what is in review. */
    void resume() {
        for (Waba waba : world.catalog().wabas()) {
            waba.templates().stream()
                    .filter(template -> template.status().equals("PENDING"))
                    .forEach(template -> reviewLater(waba, template));
        }
    }

    private void keep(Waba waba, MessageTemplate template, String what) throws IOException {
        waba.put(template);
        world.management().saved(what, template.name());
    }

    private void reviewLater(Waba waba, MessageTemplate template) {
        Verdict verdict = Verdict.of(template.name(), template.category());
        if (!verdict.status().equals("PENDING")) {
            later(() -> decide(waba, template, verdict));
        }
    }

    private void decide(Waba waba, MessageTemplate template, Verdict verdict) throws IOException {
        if (!isStill(waba, template, "PENDING")) {
            return;
        }
        MessageTemplate now = become(waba, template, verdict.status(), verdict.reason(), "");
        String after = verdict.after();
        if (after != null) {
            String title = after.equals("PAUSED") ? "FIRST_PAUSE" : "DISABLED";
            later(() -> {
                if (isStill(waba, now, now.status())) {
                    become(waba, now, after, "NONE", title);
                }
            });
        }
    }

    /** Whether nothing has become of it meanwhile. */
    private static boolean isStill(Waba waba, MessageTemplate template, String status) {
        MessageTemplate known = waba.template(template.name(), template.language());
        return known != null
                && known.id().equals(template.id())
                && known.status().equals(status);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void later(Step step) {
        world.at(world.clock().millis() + REVIEW, () -> {
            try {
                step.run();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The sandbox could not write the verdict about a template", e);
            }
        });
    }
}
