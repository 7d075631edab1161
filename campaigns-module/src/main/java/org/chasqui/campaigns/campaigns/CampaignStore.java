package org.chasqui.campaigns.campaigns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.Tallies;
import org.chasqui.campaigns.recipients.Tally;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of campaigns. A status changes only from the one that it was believed to have. Callers bring the transaction. */
@ApplicationScoped
class CampaignStore {
    /** That it is finished is noted a moment after it can be read off the counts. */
    private static final String STATUS = "case when status = 2 and finished_at is not null then 5 else status end";

    @Inject
    Sql jdbc;

    @Inject
    Tallies tallies;

    /** For the container. */
    CampaignStore() {}

    /** The rows in a database of a test. */
    CampaignStore(Sql jdbc) {
        this.jdbc = jdbc;
        this.tallies = new Tallies(jdbc);
    }

    void insert(Campaign campaign) {
        var sql = """
                insert into cmp_campaign (id, workspace_id, name, number_id, account_id, phone_number_id, template,
                    language, category, components, status, scheduled_at, scheduled_local, time_zone, validity_seconds,
                    error_threshold, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
                """;
        var validity = campaign.validity();
        update(
                sql,
                campaign.id(),
                campaign.workspaceId(),
                campaign.name(),
                campaign.numberId(),
                campaign.accountId(),
                campaign.phoneNumberId(),
                campaign.template(),
                campaign.language(),
                campaign.category(),
                campaign.components(),
                campaign.scheduledAt(),
                campaign.scheduledLocal(),
                campaign.timeZone(),
                validity == null ? null : validity.toSeconds(),
                campaign.errorThreshold(),
                campaign.createdAt(),
                campaign.createdBy());
    }

    /** A campaign of the workspace, with its counts. */
    Optional<Campaign> find(UUID workspaceId, UUID id) {
        return counted(query("select * from cmp_campaign where workspace_id = ? and id = ?", workspaceId, id)).stream()
                .findFirst();
    }

    /** Campaigns of the workspace, newest first; null parts do not filter. */
    List<Campaign> list(
            UUID workspaceId,
            @Nullable UUID numberId,
            @Nullable CampaignStatus status,
            int limit,
            @Nullable UUID before) {
        var sql = new StringBuilder("select * from cmp_campaign where workspace_id = ?");
        var parameters = new ArrayList<Object>(List.of(workspaceId));
        if (numberId != null) {
            sql.append(" and number_id = ?");
            parameters.add(numberId);
        }
        if (status != null) {
            sql.append(" and (" + STATUS + ") = ?");
            parameters.add(status.ordinal());
        }
        if (before != null) {
            sql.append(" and id < ?");
            parameters.add(before);
        }
        parameters.add(limit);
        return counted(query(sql + " order by id desc limit ?", parameters.toArray()));
    }

    /** How many campaigns of the workspace are in each status; one that none is in is missing. */
    Map<CampaignStatus, Long> countByStatus(UUID workspaceId) {
        return jdbc.run("counting campaigns", connection -> {
            var counts = new EnumMap<CampaignStatus, Long>(CampaignStatus.class);
            var sql = "select " + STATUS + ", count(*) from cmp_campaign where workspace_id = ? group by 1";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        counts.put(status(rows.getInt(1)), rows.getLong(2));
                    }
                }
            }
            return counts;
        });
    }

    private static CampaignStatus status(int stored) {
        return Arrays.asList(CampaignStatus.values()).get(stored);
    }

    /** Every campaign of which something is to be done or watched, of all workspaces. */
    List<Campaign> live() {
        return counted(query("select * from cmp_campaign where status > 0 and finished_at is null order by id"));
    }

    /**
     * Locks a campaign, so that only one thread of all nodes works on it; its counts are read behind the lock.
     *
     * @return empty when somebody else has it, or it is not there
     */
    Optional<Campaign> tryLock(UUID id) {
        return counted(query("select * from cmp_campaign where id = ? for update skip locked", id)).stream()
                .findFirst();
    }

    /** Locks a campaign, and waits for whoever has it. */
    Optional<Campaign> lock(UUID id) {
        return counted(query("select * from cmp_campaign where id = ? for update", id)).stream()
                .findFirst();
    }

    /** Begins, or goes on: the threshold looks at what comes from now on. */
    void run(UUID id, Readiness ready, Tally tally, Instant now) {
        update(
                "update cmp_campaign set status = 2, category = ?, template_quality = ?, number_quality = ?, launched_at = coalesce(launched_at, ?),"
                        + " reason = null, reason_detail = null, paused_at = null, finished_at = null,"
                        + " base_done = ?, base_failed = ? where id = ?",
                ready.category(),
                ready.templateQuality(),
                ready.numberQuality(),
                now,
                tally.answered(),
                tally.of(RecipientState.FAILED),
                id);
    }

    void schedule(UUID id, Schedule schedule) {
        update(
                "update cmp_campaign set status = 1, scheduled_at = ?, scheduled_local = ?, time_zone = ?,"
                        + " reason = null, reason_detail = null where id = ?",
                schedule.at(),
                schedule.local(),
                schedule.zone(),
                id);
    }

    void pause(UUID id, Decision decision, Instant now) {
        var reason = Objects.requireNonNull(decision.reason());
        update(
                "update cmp_campaign set status = 3, reason = ?, reason_detail = ?, paused_at = ? where id = ?",
                reason.wireName(),
                decision.detail(),
                now,
                id);
    }

    void cancel(UUID id, Instant now) {
        update(
                "update cmp_campaign set status = 4, cancelled_at = ?, reason = null, reason_detail = null where id = ?",
                now,
                id);
    }

    /** Says why a campaign that runs hands nothing over; null when it does again. */
    void waitFor(UUID id, @Nullable PauseReason reason, @Nullable String detail) {
        update(
                "update cmp_campaign set reason = ?, reason_detail = ? where id = ?",
                reason == null ? null : reason.wireName(),
                detail,
                id);
    }

    void cursor(UUID id, long cursor) {
        update("update cmp_campaign set cursor = ? where id = ?", cursor, id);
    }

    /** The threshold looks at what comes from now on. */
    void rebase(UUID id, Tally tally) {
        update(
                "update cmp_campaign set base_done = ?, base_failed = ? where id = ?",
                tally.answered(),
                tally.of(RecipientState.FAILED),
                id);
    }

    void finished(UUID id, @Nullable Instant at) {
        update("update cmp_campaign set finished_at = ? where id = ?", at, id);
    }

    /** The counts of a campaign as they are in this transaction. */
    Tally tally(UUID id) {
        return tallies.of(id);
    }

    private List<Campaign> counted(List<Campaign> campaigns) {
        if (campaigns.isEmpty()) {
            return campaigns;
        }
        var counts = tallies.of(campaigns.stream().map(Campaign::id).toList());
        return campaigns.stream()
                .map(campaign -> campaign.with(counts.getOrDefault(campaign.id(), Tally.NOTHING)))
                .toList();
    }

    private void update(String sql, @Nullable Object... parameters) {
        jdbc.execute("writing a campaign", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, bindable(parameters[i]));
                }
                statement.executeUpdate();
            }
        });
    }

    private static @Nullable Object bindable(@Nullable Object value) {
        return value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }

    private List<Campaign> query(String sql, Object... parameters) {
        return jdbc.run("reading campaigns", connection -> {
            var found = new ArrayList<Campaign>();
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(campaign(rows));
                    }
                }
            }
            return found;
        });
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        var validity = (Long) row.getObject("validity_seconds");
        return new Campaign(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                row.getString("name"),
                Columns.uuid(row, "number_id"),
                Columns.uuid(row, "account_id"),
                row.getString("phone_number_id"),
                row.getString("template"),
                row.getString("language"),
                row.getString("category"),
                row.getString("components"),
                status(row.getInt("status")),
                Columns.instant(row, "scheduled_at"),
                row.getString("scheduled_local"),
                row.getString("time_zone"),
                validity == null ? null : Duration.ofSeconds(validity),
                row.getInt("error_threshold"),
                row.getLong("base_done"),
                row.getLong("base_failed"),
                row.getString("template_quality"),
                row.getString("number_quality"),
                row.getString("reason"),
                row.getString("reason_detail"),
                row.getLong("cursor"),
                Columns.requiredInstant(row, "created_at"),
                row.getString("created_by"),
                Columns.instant(row, "launched_at"),
                Columns.instant(row, "paused_at"),
                Columns.instant(row, "cancelled_at"),
                Columns.instant(row, "finished_at"),
                Tally.NOTHING);
    }
}
