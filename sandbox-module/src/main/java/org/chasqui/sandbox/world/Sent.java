package org.chasqui.sandbox.world;

import java.util.concurrent.CompletableFuture;
import org.chasqui.sandbox.meta.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP side has to answer.
 *
 * @param answer whether to answer well, or how to spoil it
 * @param after milliseconds to wait before
 * @param waitFor null, or what must be done before the answer
 * @param body the well-formed answer, JSON
 */
public record Sent(
        Answer answer, int http, int after, @Nullable CompletableFuture<Void> waitFor, byte[] body) {}
