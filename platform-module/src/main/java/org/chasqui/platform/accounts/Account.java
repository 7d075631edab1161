package org.chasqui.platform.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.graph.WabaNode;
import org.chasqui.platform.secrets.SecretBox;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "plt_account")
class Account {
    private static final String UNKNOWN = "UNKNOWN";

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "workspace_id")
    UUID workspaceId;

    @Column(name = "waba_id")
    String wabaId;

    @Column(name = "name")
    String name;

    @Column(name = "currency")
    @Nullable
    String currency;

    @Column(name = "timezone")
    @Nullable
    String timezone;

    @Column(name = "status")
    String status;

    @Column(name = "business_verification_status")
    @Nullable
    String businessVerificationStatus;

    @Column(name = "template_namespace")
    @Nullable
    String templateNamespace;

    @Column(name = "business_id")
    @Nullable
    String businessId;

    @Column(name = "access_token")
    @Nullable
    String accessToken;

    @Column(name = "review_status")
    @Nullable
    String reviewStatus;

    @Column(name = "ban_state")
    @Nullable
    String banState;

    @Column(name = "ban_date")
    @Nullable
    String banDate;

    @Column(name = "restrictions")
    @Nullable
    String restrictions;

    @Column(name = "token_checked_at")
    @Nullable
    Instant tokenCheckedAt;

    @Column(name = "token_expires_at")
    @Nullable
    Instant tokenExpiresAt;

    @Column(name = "data_access_expires_at")
    @Nullable
    Instant dataAccessExpiresAt;

    @Column(name = "token_warned_days")
    @Nullable
    Integer tokenWarnedDays;

    @Column(name = "connected_at")
    Instant connectedAt;

    @Column(name = "refreshed_at")
    Instant refreshedAt;

    @Version
    @Column(name = "version")
    int version;

    protected Account() {}

    Account(UUID id, UUID workspaceId, WabaNode waba, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.wabaId = waba.id();
        this.connectedAt = now;
        describe(waba, now);
    }

    /** Takes over what Meta says; what Meta leaves out stays as it was, except where it can go away. */
    void describe(WabaNode waba, Instant now) {
        name = waba.name() == null ? "WABA " + wabaId : waba.name();
        currency = waba.currency();
        timezone = waba.timezoneId();
        status = waba.status() == null ? UNKNOWN : waba.status();
        businessVerificationStatus = waba.businessVerificationStatus();
        templateNamespace = waba.messageTemplateNamespace();
        var owner = waba.ownerBusinessInfo();
        businessId = owner == null || owner.id() == null ? businessId : owner.id();
        refreshedAt = now;
    }

    /** Where the token of an account lives, to bind its ciphertext to. */
    static SecretBox.Place tokenPlace(UUID accountId) {
        return new SecretBox.Place("plt_account", "access_token", accountId);
    }

    AccountView view() {
        return new AccountView(
                id,
                wabaId,
                name,
                currency,
                timezone,
                status,
                businessVerificationStatus,
                templateNamespace,
                businessId,
                reviewStatus,
                banState == null ? null : banDate == null ? banState : banState + ", " + banDate,
                soonest(tokenExpiresAt, dataAccessExpiresAt),
                connectedAt);
    }

    private static @Nullable Instant soonest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
