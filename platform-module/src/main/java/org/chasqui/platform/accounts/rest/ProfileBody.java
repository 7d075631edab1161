package org.chasqui.platform.accounts.rest;

import java.util.List;
import org.chasqui.platform.accounts.profile.BusinessProfile;
import org.chasqui.platform.accounts.profile.ProfileChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "BusinessProfile",
        description = "What people see of the business. In a change, what is left out stays and an empty text clears.")
public record ProfileBody(
        @Schema(
                description = "The line under the name, 1 to 139 characters.",
                example = "Looms since 1932",
                nullable = true)
        @Nullable
        String about,

        @Schema(description = "At most 256 characters.", nullable = true) @Nullable
        String address,

        @Schema(description = "At most 512 characters.", nullable = true) @Nullable
        String description,

        @Schema(description = "At most 128 characters.", nullable = true) @Nullable
        String email,

        @Schema(description = "At most two, with http or https, each at most 256 characters.", nullable = true)
        @Nullable
        List<String> websites,

        @Schema(description = "The industry, in Meta's words.", example = "RETAIL", nullable = true) @Nullable
        String vertical,

        @Schema(
                description = "Where Meta keeps the picture. Only in answers; it ends after some days.",
                nullable = true)
        @Nullable
        String profilePictureUrl,

        @Schema(
                description = "The handle of a picture that was uploaded to Meta. Only in changes.",
                nullable = true,
                writeOnly = true)
        @Nullable
        String profilePictureHandle) {
    static ProfileBody of(BusinessProfile profile) {
        return new ProfileBody(
                profile.about(),
                profile.address(),
                profile.description(),
                profile.email(),
                profile.websites(),
                profile.vertical(),
                profile.pictureUrl(),
                null);
    }

    ProfileChange change() {
        return new ProfileChange(about, address, description, email, websites, vertical, profilePictureHandle);
    }
}
