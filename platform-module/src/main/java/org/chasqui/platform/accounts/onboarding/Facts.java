package org.chasqui.platform.accounts.onboarding;

import java.time.Instant;
import java.util.List;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;
import org.jspecify.annotations.Nullable;

/**
 * What Meta told during an onboarding; nothing secret.
 *
 * @param token what the token is; null before it was inspected
 * @param waba the account; null before it was found
 * @param numbers the numbers that are meant; empty before they were found
 * @param choices the numbers that could be meant, when that is not clear
 */
public record Facts(
        @Nullable Token token, @Nullable WabaNode waba, List<NumberNode> numbers, List<NumberNode> choices) {
    static final Facts NONE = new Facts(null, null, List.of(), List.of());

    public Facts {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /**
     * What a token is.
     *
     * @param ending its last four characters, by which a person recognises it
     * @param expiresAt when it ends; null when it does not
     * @param scopes Meta's names of its permissions
     * @param wabas Meta's ids of the accounts that it was given
     */
    public record Token(String ending, @Nullable Instant expiresAt, List<String> scopes, List<String> wabas) {
        public Token {
            scopes = List.copyOf(scopes);
            wabas = List.copyOf(wabas);
        }
    }

    Facts with(Token told) {
        return new Facts(told, waba, numbers, choices);
    }

    Facts with(WabaNode found, List<NumberNode> meant) {
        return new Facts(token, found, meant, List.of());
    }

    Facts choosing(WabaNode found, List<NumberNode> possible) {
        return new Facts(token, found, List.of(), possible);
    }
}
