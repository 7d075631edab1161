package org.chasqui.platform.accounts.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.chasqui.platform.accounts.profile.ChatHelps;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ChatHelps", description = "What helps a person to begin a chat; what is left out is taken away.")
public record ChatHelpsBody(
        @Schema(description = "At most four, each 1 to 80 characters, without emoji.", nullable = true) @Nullable
        List<String> iceBreakers,

        @Schema(description = "At most thirty.", nullable = true) @Nullable
        List<@Valid CommandBody> commands) {
    @Schema(name = "ChatCommand", description = "What WhatsApp offers after a slash.")
    public record CommandBody(
            @Schema(
                    description = "Without the slash: 1 to 32 letters, digits or underscores.",
                    required = true,
                    example = "order")
            @NotNull(message = "is missing.")
            String name,

            @Schema(
                    description = "What it does, 1 to 256 characters, without emoji.",
                    required = true,
                    example = "Ask about an order")
            @NotNull(message = "is missing.")
            String hint) {}

    static ChatHelpsBody of(ChatHelps.Helps helps) {
        return new ChatHelpsBody(
                helps.iceBreakers(),
                helps.commands().stream()
                        .map(command -> new CommandBody(command.name(), command.hint()))
                        .toList());
    }

    ChatHelps.Helps helps() {
        return new ChatHelps.Helps(
                iceBreakers == null ? List.of() : iceBreakers,
                commands == null
                        ? List.of()
                        : commands.stream()
                                .map(command -> new ChatHelps.Command(command.name(), command.hint()))
                                .toList());
    }
}
