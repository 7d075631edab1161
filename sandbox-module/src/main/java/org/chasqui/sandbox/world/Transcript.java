package org.chasqui.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The last messages of both directions, bounded in number and bytes; the oldest go first. */
final class Transcript {

    private final int maxMessages;
    private final long maxBytes;
    private final ConcurrentLinkedDeque<Object> messages = new ConcurrentLinkedDeque<>();
    private final Map<String, Object> byWamid = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Transcript(int maxMessages, long maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    void add(OutboundMessage message) {
        append(message, message.facts().wamid(), message.facts().body().length);
    }

    void add(InboundMessage message) {
        append(message, message.facts().wamid(), 512);
    }

    @Nullable
    OutboundMessage outbound(String wamid) {
        return byWamid.get(wamid) instanceof OutboundMessage message ? message : null;
    }

    @Nullable
    InboundMessage inbound(String wamid) {
        return byWamid.get(wamid) instanceof InboundMessage message ? message : null;
    }

    /** Oldest first; elements are {@link OutboundMessage} or {@link InboundMessage}. */
    List<Object> all() {
        return new ArrayList<>(messages);
    }

    void clear() {
        messages.clear();
        byWamid.clear();
        count.set(0);
        bytes.set(0);
    }

    private void append(Object message, String wamid, int size) {
        byWamid.put(wamid, message);
        messages.addLast(message);
        long held = bytes.addAndGet(size);
        if (count.incrementAndGet() > maxMessages || held > maxBytes) {
            dropOldest();
        }
    }

    private void dropOldest() {
        Object oldest = messages.pollFirst();
        if (oldest instanceof OutboundMessage outbound) {
            forget(outbound.facts().wamid(), outbound.facts().body().length);
        } else if (oldest instanceof InboundMessage inbound) {
            forget(inbound.facts().wamid(), 512);
        }
    }

    private void forget(String wamid, int size) {
        byWamid.remove(wamid);
        count.decrementAndGet();
        bytes.addAndGet(-size);
    }
}
