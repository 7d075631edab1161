package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Users;
import org.jspecify.annotations.Nullable;

/** Checks what somebody wants of a rule, so that a mistake is told at once and not when a person has written. */
@ApplicationScoped
class RuleCheck {
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_KEYWORDS = 100;
    private static final int LONGEST_KEYWORD = 200;
    private static final int MOST_ACTIONS = 10;
    private static final int LONGEST_TEXT = 4_096;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 60;
    private static final int LONGEST_NOTE = 500;
    private static final int FARTHEST_PRIORITY = 1_000_000;

    @Inject
    Users users;

    /** Null for none: an empty title takes it away. */
    @Nullable
    String title(String title) {
        if (title.length() > LONGEST_TITLE) {
            throw RequestFailed.invalid("title", "must have " + LONGEST_TITLE + " characters at most.");
        }
        return title.isBlank() ? null : clean(title.strip());
    }

    int priority(int priority) {
        if (Math.abs(priority) > FARTHEST_PRIORITY) {
            throw RequestFailed.invalid(
                    "priority", "must be from -" + FARTHEST_PRIORITY + " to " + FARTHEST_PRIORITY + ".");
        }
        return priority;
    }

    /** The keywords without doubles, in their order. */
    List<String> keywords(MatchKind match, List<String> keywords) {
        if (keywords.isEmpty() || keywords.size() > MOST_KEYWORDS) {
            throw RequestFailed.invalid("keywords", "must be from 1 to " + MOST_KEYWORDS + ".");
        }
        var checked = new LinkedHashSet<String>();
        for (int i = 0; i < keywords.size(); i++) {
            var field = "keywords[" + i + "]";
            var given = keywords.get(i);
            if (given == null || given.isBlank() || given.length() > LONGEST_KEYWORD) {
                throw RequestFailed.invalid(field, "must have from 1 to " + LONGEST_KEYWORD + " characters.");
            }
            var keyword = clean(match == MatchKind.REGEX ? given : given.strip());
            if (match == MatchKind.REGEX) {
                Expressions.check(field, keyword);
            }
            checked.add(keyword);
        }
        return List.copyOf(checked);
    }

    List<BotAction> actions(UUID workspaceId, List<BotAction> actions) {
        if (actions.isEmpty() || actions.size() > MOST_ACTIONS) {
            throw RequestFailed.invalid("actions", "must be from 1 to " + MOST_ACTIONS + ".");
        }
        for (int i = 0; i < actions.size(); i++) {
            check(workspaceId, "actions[" + i + "]", actions.get(i));
        }
        return List.copyOf(actions);
    }

    private void check(UUID workspaceId, String field, BotAction action) {
        if (action instanceof BotAction.Say say) {
            Spintax.check(field + ".text", say.text(), LONGEST_TEXT);
        } else if (action instanceof BotAction.Send send) {
            message(field, send);
        } else if (action instanceof BotAction.Tag tag) {
            tags(field + ".add", tag.add());
            tags(field + ".remove", tag.remove());
            if (tag.add().isEmpty() && tag.remove().isEmpty()) {
                throw RequestFailed.invalid(field + ".add", "must name a tag, or remove must.");
            }
        } else if (action instanceof BotAction.HandOver handOver) {
            assignee(workspaceId, field + ".assignee", handOver.assignee());
            note(field + ".note", handOver.note());
        }
    }

    /** Meta's limits; what placeholders make of it is only known when it is sent. */
    private static void message(String field, BotAction.Send send) {
        try {
            MessageContent.check(send.type(), send.content());
        } catch (RequestFailed refused) {
            throw RequestFailed.invalid(refused.fields().stream()
                    .map(error -> new FieldError(field + "." + error.field(), error.message()))
                    .toList());
        }
    }

    private static void tags(String field, List<String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw RequestFailed.invalid(field, "must be " + MOST_TAGS + " at most.");
        }
        for (var tag : tags) {
            if (tag.isBlank() || tag.length() > LONGEST_TAG) {
                throw RequestFailed.invalid(field, "each must have from 1 to " + LONGEST_TAG + " characters.");
            }
        }
    }

    /** The person that a conversation is given to. */
    void assignee(UUID workspaceId, String field, @Nullable String email) {
        if (email != null
                && users.byEmail(email)
                        .filter(user -> user.workspaceId().equals(workspaceId))
                        .isEmpty()) {
            throw RequestFailed.invalid(field, "nobody of this workspace signs in with this e-mail.");
        }
    }

    void note(String field, @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw RequestFailed.invalid(field, "must have " + LONGEST_NOTE + " characters at most.");
        }
    }

    private static String clean(String text) {
        return text.replace('\0', ' ');
    }
}
