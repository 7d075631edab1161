package org.chasqui.platform.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.database.NullableUuid;
import org.chasqui.platform.graph.NumberNode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "plt_phone_number")
class ConnectedNumber {
    private static final String UNKNOWN = "UNKNOWN";
    private static final String STANDARD = "STANDARD";
    private static final String HIGH = "HIGH";

    // https://developers.facebook.com/docs/whatsapp/throughput
    private static final int STANDARD_RATE = 80;
    private static final int HIGH_RATE = 1_000;
    private static final int COEXISTENCE_RATE = 20;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "workspace_id")
    UUID workspaceId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    @SuppressWarnings("NullAway.Init")
    Account account;

    @Column(name = "phone_number_id")
    String phoneNumberId;

    @Column(name = "display_phone_number")
    String displayPhoneNumber;

    @Column(name = "verified_name")
    @Nullable
    String verifiedName;

    @Column(name = "quality_rating")
    String qualityRating;

    @Column(name = "messaging_limit")
    @Nullable
    String messagingLimit;

    @Column(name = "throughput_level")
    String throughputLevel;

    @Column(name = "coexistence")
    boolean coexistence;

    @Column(name = "status")
    String status;

    @Column(name = "name_status")
    @Nullable
    String nameStatus;

    @Column(name = "code_verification")
    @Nullable
    String codeVerification;

    @Column(name = "platform_type")
    @Nullable
    String platformType;

    // Written by whoever links bots; here it is only shown.
    @Column(name = "bot_id", insertable = false, updatable = false)
    @Convert(converter = NullableUuid.class)
    @Nullable
    UUID botId;

    @Column(name = "ai_autoreply", insertable = false, updatable = false)
    boolean aiAutoreply;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "refreshed_at")
    Instant refreshedAt;

    @Version
    @Column(name = "version")
    int version;

    protected ConnectedNumber() {}

    ConnectedNumber(UUID id, Account account, NumberNode node, Instant now) {
        this.id = id;
        this.workspaceId = account.workspaceId;
        this.account = account;
        this.phoneNumberId = node.id();
        this.createdAt = now;
        describe(node, now);
    }

    void describe(NumberNode node, Instant now) {
        displayPhoneNumber = node.displayPhoneNumber() == null ? phoneNumberId : node.displayPhoneNumber();
        verifiedName = node.verifiedName();
        qualityRating = node.qualityRating() == null ? UNKNOWN : node.qualityRating();
        messagingLimit = node.whatsappBusinessManagerMessagingLimit() == null
                ? node.messagingLimitTier()
                : node.whatsappBusinessManagerMessagingLimit();
        var throughput = node.throughput();
        throughputLevel = throughput == null || throughput.level() == null ? STANDARD : throughput.level();
        coexistence = Boolean.TRUE.equals(node.isOnBizApp()) && !"ON_PREMISE".equals(node.platformType());
        status = node.status() == null ? UNKNOWN : node.status();
        nameStatus = node.nameStatus();
        codeVerification = node.codeVerificationStatus();
        platformType = node.platformType();
        refreshedAt = now;
    }

    /** What people watch of it. */
    NumberState state(Instant now) {
        var obstacle = obstacle(now);
        return new NumberState(
                status,
                qualityRating,
                verifiedName,
                nameStatus,
                messagingLimit,
                throughputLevel,
                obstacle == null ? null : obstacle.reason());
    }

    /** Why it does not send at this time; null when nothing that we know keeps it from sending. */
    @Nullable
    Obstacle obstacle(Instant now) {
        return Obstacles.of(this).filter(obstacle -> obstacle.standsAt(now)).orElse(null);
    }

    private int messagesPerSecond() {
        if (coexistence) {
            return COEXISTENCE_RATE;
        }
        return HIGH.equals(throughputLevel) ? HIGH_RATE : STANDARD_RATE;
    }

    NumberView view() {
        var sender = new SenderNumber(
                id,
                workspaceId,
                account.id,
                account.wabaId,
                phoneNumberId,
                displayPhoneNumber,
                verifiedName,
                qualityRating,
                messagingLimit,
                throughputLevel,
                messagesPerSecond(),
                status);
        return new NumberView(
                sender,
                nameStatus,
                codeVerification,
                platformType,
                coexistence,
                Obstacles.of(this).orElse(null),
                botId,
                aiAutoreply,
                createdAt,
                refreshedAt);
    }
}
