package org.chasqui.web.messages;

import java.util.List;
import java.util.Optional;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is wrong with a message that failed, expired, is held, or that nobody knows the fate of; and what helps. */
public final class Trouble {
    private static final Texts TEXTS = Texts.of("messages");

    private final Kind kind;
    private final MessageView message;

    private Trouble(Kind kind, MessageView message) {
        this.kind = kind;
        this.message = message;
    }

    private enum Kind {
        FAILED("red"),
        UNCERTAIN("violet"),
        HELD("amber"),
        EXPIRED("amber");

        private final String colour;

        Kind(String colour) {
            this.colour = colour;
        }
    }

    /** Empty when all is well. */
    static Optional<Trouble> of(MessageView message) {
        var kind = switch (message.status()) {
            case FAILED -> Kind.FAILED;
            case UNCERTAIN -> Kind.UNCERTAIN;
            case EXPIRED -> Kind.EXPIRED;
            // Its template may not be sent now, or the number rests until somebody acts: the error says so.
            case QUEUED -> message.error() == null ? null : Kind.HELD;
            default -> null;
        };
        return Optional.ofNullable(kind).map(known -> new Trouble(known, message));
    }

    public String getColour() {
        return kind.colour;
    }

    /** Meta's code of a failure; null when there is none, and where it is not the point. */
    public @Nullable String getCode() {
        var error = message.error();
        return kind != Kind.FAILED || error == null || error.code() == 0 ? null : Integer.toString(error.code());
    }

    /** What it is, in a few words. */
    public String getTitle() {
        var error = message.error();
        return switch (kind) {
            case UNCERTAIN -> TEXTS.get("uncertain.title");
            case EXPIRED -> TEXTS.get("expired.title");
            case FAILED, HELD -> error == null ? TEXTS.get("failed.title.ours") : error.title();
        };
    }

    /** More about it in our words; null when Meta's say it all. */
    public @Nullable String getText() {
        var error = message.error();
        return switch (kind) {
            case UNCERTAIN -> TEXTS.get("uncertain.text");
            case EXPIRED -> TEXTS.get("expired.text");
            case HELD -> error == null ? null : error.details();
            case FAILED -> null;
        };
    }

    /** What was heard from Meta, word for word; null when that was nothing more. */
    public @Nullable String getQuote() {
        var error = message.error();
        if (error == null) {
            return null;
        }
        return switch (kind) {
            case FAILED -> error.details();
            case UNCERTAIN -> error.details() == null ? error.title() : error.title() + ": " + error.details();
            case HELD, EXPIRED -> null;
        };
    }

    /** What helps, or what Chasqui does about it; empty when nothing can be done. */
    public List<String> getAdvice() {
        var said = Optional.ofNullable(message.error()).map(MessageError::advice);
        return switch (kind) {
            case FAILED, HELD -> said.stream().toList();
            case UNCERTAIN -> List.of(said.orElseGet(this::policy));
            case EXPIRED -> List.of();
        };
    }

    /** Whether and when a message of its category is sent again whose fate is unknown. */
    private String policy() {
        return TEXTS.getOr("uncertain." + message.category(), TEXTS.get("uncertain.utility"));
    }
}
