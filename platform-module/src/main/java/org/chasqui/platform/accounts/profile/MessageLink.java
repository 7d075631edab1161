package org.chasqui.platform.accounts.profile;

/**
 * A short link that opens a chat with a number, with a text that the person only has to send.
 *
 * @param code Meta's code, 14 characters
 * @param text what stands in the person's text box, at most 140 characters
 * @param url {@code https://wa.me/message/CODE}
 */
public record MessageLink(String code, String text, String url) {}
