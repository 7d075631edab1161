package org.chasqui.messaging.bots.ai;

import java.util.regex.Pattern;

/**
 * What stands between a model and a person: decides whether an answer may be sent, and in which form.
 */
record AnswerCheck(PromptSecrecy secrecy, KnownLinks links) {
    /** A text message of WhatsApp (Meta, messages, text.body). */
    static final int LONGEST_TEXT = 4_096;

    /** An answer that is longer is no answer to a chat message, wherever it is cut. */
    static final int GIANT = 4 * LONGEST_TEXT;

    /** Controls, and the invisible marks by which text is hidden or turned around. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]");

    static AnswerCheck of(String instructions, String knowledge) {
        return new AnswerCheck(
                new PromptSecrecy(instructions + "\n" + Prompt.RULES + "\n" + Prompt.KNOWLEDGE_RULE, knowledge),
                new KnownLinks(instructions, knowledge));
    }

    /**
     * The text to send.
     *
     * @param said what the model said
     * @param isCutOff whether it had no tokens left in the middle
     * @throws NoAnswer when nothing of it may be sent
     */
    String fit(String said, boolean isCutOff) {
        if (said.length() > GIANT) {
            throw new NoAnswer(Trouble.TOO_LONG, said.length() + " characters");
        }
        if (secrecy.isBetrayedBy(said)) {
            throw new NoAnswer(Trouble.PROMPT_REPEATED, null);
        }
        var text = WhatsAppText.of(INVISIBLE.matcher(said.replace("\r\n", "\n")).replaceAll(""));
        if (text.isBlank()) {
            throw new NoAnswer(Trouble.EMPTY, null);
        }
        if (links.hasForeignIn(text)) {
            throw new NoAnswer(Trouble.LINK_NOT_KNOWN, null);
        }
        return AnswerLength.within(LONGEST_TEXT, isCutOff ? AnswerLength.finished(text) : text);
    }
}
