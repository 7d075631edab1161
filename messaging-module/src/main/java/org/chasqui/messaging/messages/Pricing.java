package org.chasqui.messaging.messages;

import org.jspecify.annotations.Nullable;

/**
 * What Meta said in its status webhooks about the price of a message (Meta, Cloud API reference); each part is null until said.
 *
 * @param model PMP (per message) or CBP (per conversation, before 2025-07-01)
 * @param type regular, free_customer_service, free_entry_point …
 * @param category marketing, utility, authentication, service …
 * @param billable whether it costs; Meta is going to drop this field in favour of {@code type}
 */
public record Pricing(
        @Nullable String model,
        @Nullable String type,
        @Nullable String category,
        @Nullable Boolean billable) {}
