package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.secrets.Keyring;
import org.jspecify.annotations.Nullable;

/**
 * Links for end customers: {@code <public-url>/onboard/<state>}. The state is the link's id with a signature, 43
 * characters, so that nobody can make or guess one; what it is good for stands in the database and can be taken back.
 */
@ApplicationScoped
public class OnboardingLinks {
    /** How long a link is good when nobody says. */
    public static final Duration USUAL_LIFE = Duration.ofDays(7);

    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);
    private static final int LONGEST_NAME = 100;
    private static final String PURPOSE = "onboarding-link";
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final String SELECT = "select * from plt_onboarding_link ";

    private Sql sql;
    private Keyring keyring;
    private Settings settings;
    private AuditTrail audit;
    private Ids ids;
    private Clock clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected OnboardingLinks() {}

    @Inject
    OnboardingLinks(DataSource dataSource, Keyring keyring, Settings settings, AuditTrail audit, Ids ids, Clock clock) {
        this.sql = new Sql(dataSource);
        this.keyring = keyring;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @param name whom it is for, up to 100 characters
     * @param life how long it is good, five minutes to 30 days; null for a week
     * @throws RequestFailed VALIDATION_FAILED
     */
    public LinkView create(UUID workspaceId, String name, boolean coexistence, @Nullable Duration life, String actor) {
        var text = name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw RequestFailed.invalid("name", "must say whom the link is for, in up to 100 characters.");
        }
        var good = life == null ? USUAL_LIFE : life;
        if (good.compareTo(SHORTEST_LIFE) < 0 || good.compareTo(LONGEST_LIFE) > 0) {
            throw RequestFailed.invalid("expires_in", "must be 300 to 2592000 seconds: five minutes to 30 days.");
        }
        var id = ids.next();
        var now = clock.instant();
        sql.update(
                "insert into plt_onboarding_link (id, workspace_id, name, coexistence, created_by, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                workspaceId,
                text,
                coexistence,
                actor,
                now,
                now.plus(good));
        audit.record(workspaceId, actor, "onboarding_link.made", text, Map.of("link", id.toString()));
        return find(workspaceId, id).orElseThrow();
    }

    /** The links of a workspace, the newest first, those that are good no more included. */
    public List<LinkView> list(UUID workspaceId) {
        return sql.query(SELECT + "where workspace_id = ? order by id desc limit 1000", this::view, workspaceId);
    }

    /** A link of the workspace. */
    public Optional<LinkView> find(UUID workspaceId, UUID id) {
        return byId(id).filter(link -> link.workspaceId().equals(workspaceId));
    }

    private Optional<LinkView> byId(UUID id) {
        return sql.query(SELECT + "where id = ?", this::view, id).stream().findFirst();
    }

    /**
     * Takes a link back; again changes nothing.
     *
     * @throws RequestFailed NOT_FOUND
     */
    public void revoke(UUID workspaceId, UUID id, String actor) {
        var link = find(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("onboarding link", id.toString()));
        int revoked = sql.update(
                "update plt_onboarding_link set revoked_at = ? where id = ? and revoked_at is null",
                clock.instant(),
                id);
        if (revoked == 1) {
            audit.record(workspaceId, actor, "onboarding_link.revoked", link.name(), Map.of("link", id.toString()));
        }
    }

    /** The link with this state, whatever it is still good for; empty when nobody here has signed it. */
    public Optional<LinkView> resolve(String state) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(state);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(bytes, ID_BYTES);
        if (!keyring.box().isSigned(PURPOSE, id, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(id);
        return byId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** Notes that the page of a link was opened. */
    public void opened(UUID id) {
        sql.update(
                "update plt_onboarding_link set opened_at = ? where id = ? and opened_at is null", clock.instant(), id);
    }

    /** Notes that a link has done its work; nothing for null. */
    void used(@Nullable UUID id) {
        if (id != null) {
            sql.update(
                    "update plt_onboarding_link set used_at = ? where id = ? and used_at is null", clock.instant(), id);
        }
    }

    private String url(UUID id) {
        var bytes = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        bytes.put(keyring.box().sign(PURPOSE, Arrays.copyOf(bytes.array(), ID_BYTES)), 0, SIGNATURE_BYTES);
        return settings.publicUrl() + "/onboard/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private LinkView view(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new LinkView(
                id,
                row.getObject("workspace_id", UUID.class),
                row.getString("name"),
                row.getBoolean("coexistence"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Rows.instant(row, "opened_at"),
                Rows.instant(row, "used_at"),
                Rows.instant(row, "revoked_at"),
                url(id));
    }
}
