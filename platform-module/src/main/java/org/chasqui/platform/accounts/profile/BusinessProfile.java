package org.chasqui.platform.accounts.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people see of a business in WhatsApp; null for what it does not tell.
 *
 * @param about the short line under the name, at most 139 characters
 * @param address at most 256 characters
 * @param description at most 512 characters
 * @param email at most 128 characters
 * @param websites at most two, each at most 256 characters with http or https
 * @param vertical the industry, in Meta's words
 * @param pictureUrl where Meta keeps the picture; ends after some days
 */
public record BusinessProfile(
        @Nullable String about,
        @Nullable String address,
        @Nullable String description,
        @Nullable String email,
        List<String> websites,
        @Nullable String vertical,
        @Nullable String pictureUrl) {}
