package org.chasqui.web.numbers;

import java.time.Instant;
import java.util.Locale;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A WhatsApp Business Account above the list of numbers. */
public final class AccountCard {
    private static final Texts TEXTS = Texts.of("numbers");

    private final AccountView account;
    private final long numbers;
    private final Instant soon;

    AccountCard(AccountView account, long numbers, Instant soon) {
        this.account = account;
        this.numbers = numbers;
        this.soon = soon;
    }

    public String getName() {
        return account.name();
    }

    public String getWabaId() {
        return account.wabaId();
    }

    public String getStatus() {
        return account.ban() == null ? NumberWords.sentence(account.status()) : NumberWords.sentence(account.ban());
    }

    public String getColour() {
        if (!account.status().equals("ACTIVE")) {
            return "red";
        }
        return account.ban() == null ? "green" : "amber";
    }

    public String getNumbersText() {
        return TEXTS.get("account.numbers", numbers);
    }

    public String getReview() {
        var review = account.reviewStatus();
        return review == null ? TEXTS.get("unknown") : NumberWords.sentence(review);
    }

    public String getVerification() {
        var status = account.businessVerificationStatus();
        return status == null ? TEXTS.get("unknown") : NumberWords.sentence(status.toUpperCase(Locale.ROOT));
    }

    /** When its token ends; null when it does not, or nobody knows. */
    public @Nullable Instant getTokenEndsAt() {
        return account.tokenEndsAt();
    }

    public boolean isTokenEndsSoon() {
        var end = account.tokenEndsAt();
        return end != null && end.isBefore(soon);
    }
}
