package org.chasqui.messaging.messages;

import org.jspecify.annotations.Nullable;

/**
 * Why a message failed.
 *
 * @param code Meta's error code; 0 when the reason is ours
 * @param title short words
 * @param details Meta's details; null when it gave none
 * @param advice what a person can do about it
 */
public record MessageError(int code, String title, @Nullable String details, String advice) {}
