package org.chasqui.web.bots;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** An action of a rule while it is being written. */
public final class ActionField implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("bots");

    /** What can be chosen; each has its own fields. */
    public enum Kind {
        TEXT,
        MEDIA,
        LOCATION,
        CONTACT,
        BUTTONS,
        TEMPLATE,
        TAG,
        HANDOVER,
        /** Any other type of the Cloud API, as JSON: what was written by the API is not lost here. */
        OTHER
    }

    private final HashMap<String, String> values = new HashMap<>();
    private final FileField file = new FileField();
    private Kind kind;

    ActionField(Kind kind) {
        this.kind = kind;
        values.put("media", "image");
    }

    /** An action of a rule, to be changed. */
    static ActionField of(BotAction action) {
        return ActionCodec.read(action);
    }

    /**
     * The action.
     *
     * @param template the content of the chosen template; null when none is chosen
     * @throws org.chasqui.platform.failure.RequestFailed VALIDATION_FAILED with a sentence
     */
    BotAction action(@Nullable ObjectNode template) {
        return ActionCodec.write(this, template);
    }

    String value(String field) {
        // Faces puts null for a field that was left empty.
        var value = values.get(field);
        return value == null ? "" : value.strip();
    }

    void put(String field, @Nullable String value) {
        values.put(field, value == null ? "" : value);
    }

    public Map<String, String> getValues() {
        return values;
    }

    public FileField getFile() {
        return file;
    }

    public Kind kind() {
        return kind;
    }

    public String getKind() {
        return kind.name();
    }

    public void setKind(String kind) {
        this.kind = Kind.valueOf(kind);
    }

    /** For {@code w:upload}: IMAGE, VIDEO or DOCUMENT; others are given by address. */
    public String getUploadKind() {
        return value("media").toUpperCase(Locale.ROOT);
    }

    public boolean isUploadable() {
        return List.of("IMAGE", "VIDEO", "DOCUMENT").contains(getUploadKind());
    }

    public boolean isCaptioned() {
        return isUploadable();
    }

    public List<Choice> getKinds() {
        return Arrays.stream(Kind.values())
                .filter(one -> one != Kind.OTHER || kind == Kind.OTHER)
                .map(one -> new Choice(one.name(), TEXTS.getOr("kind.action." + one.name(), one.name())))
                .toList();
    }
}
