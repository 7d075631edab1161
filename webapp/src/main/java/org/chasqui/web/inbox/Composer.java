package org.chasqui.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** Answers the person of the chosen conversation: a text, a file, a reaction. */
@Named
@RequestScoped
public class Composer {
    private static final Texts TEXTS = Texts.of("inbox");

    @Inject
    CurrentUser me;

    @Inject
    InboxPage inbox;

    @Inject
    Messages messages;

    @Inject
    Media media;

    private @Nullable String text;
    private @Nullable String file;
    private @Nullable String replyTo;

    /** Sends what was written; tells the page with {@code sent} whether the box may be emptied. */
    public void send() {
        me.demand(Permission.SEND);
        var words = text == null ? "" : text.strip();
        try {
            if (file != null) {
                sendFile(file, words);
            } else if (words.isEmpty()) {
                refuse(TEXTS.get("composer.empty"));
                return;
            } else {
                send("text", text(words), replyTo);
            }
            PrimeFaces.current().ajax().addCallbackParam("sent", true);
        } catch (RequestFailed refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    private void sendFile(String id, String words) {
        var kept = media.find(me.workspaceId(), id).orElseThrow(() -> RequestFailed.notFound("media", id));
        var type = typeOf(kept);
        var content = JsonNodeFactory.instance.objectNode().put("id", kept.id().toString());
        if (type.equals("document") && kept.fileName() != null) {
            content.put("filename", kept.fileName());
        }
        // A sound has no caption: the words follow it.
        boolean captioned = !type.equals("audio");
        if (captioned && !words.isEmpty()) {
            content.put("caption", words);
        }
        send(type, content, replyTo);
        if (!captioned && !words.isEmpty()) {
            send("text", text(words), null);
        }
    }

    private static String typeOf(MediaView kept) {
        return List.of("image", "video", "audio").stream()
                .filter(kept::fits)
                .findFirst()
                .orElse(kept.fits("document") ? "document" : "sticker");
    }

    private static JsonNode text(String words) {
        return JsonNodeFactory.instance.objectNode().put("body", words).put("preview_url", true);
    }

    /** Reacts to a message, or takes the same reaction back: the parameters {@code message} and {@code emoji} of the request say how. */
    public void react() {
        me.demand(Permission.SEND);
        var parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        var target = messages.find(me.workspaceId(), String.valueOf(parameters.get("message")))
                .orElse(null);
        var emoji = parameters.get("emoji");
        if (target == null || target.wamid() == null || emoji == null) {
            return;
        }
        boolean stands = target.notes().reactions().stream()
                .anyMatch(reaction ->
                        reaction.by() == Direction.OUTBOUND && reaction.emoji().equals(emoji));
        try {
            send(
                    "reaction",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("message_id", target.wamid())
                            .put("emoji", stands ? "" : emoji),
                    null);
        } catch (RequestFailed refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    /** Sends in the chosen conversation. */
    void send(String type, JsonNode content, @Nullable String answered) {
        var conversation = inbox.chosen();
        if (conversation == null) {
            throw RequestFailed.notFound("conversation", "");
        }
        messages.send(new SendMessage(
                me.workspaceId(),
                conversation.numberId().toString(),
                Who.number(conversation.peer(), true),
                type,
                content,
                answered == null || !isId(answered) ? null : answered,
                null,
                null));
        inbox.forget();
    }

    private static boolean isId(String given) {
        try {
            UUID.fromString(given);
            return true;
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private static void refuse(String why) {
        Notices.refuse("composer:text", why);
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getFile() {
        return file;
    }

    public void setFile(@Nullable String file) {
        this.file = file;
    }

    public @Nullable String getReplyTo() {
        return replyTo;
    }

    public void setReplyTo(@Nullable String replyTo) {
        this.replyTo = replyTo;
    }
}
