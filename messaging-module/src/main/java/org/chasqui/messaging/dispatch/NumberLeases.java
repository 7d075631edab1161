package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Which node sends for which number. One node at a time: so the limits of a number live in one memory, and messages to
 * one person keep their order. The database's clock counts, not the nodes'.
 */
@ApplicationScoped
class NumberLeases {
    /** How long a lease lasts when it is not renewed: also how long a number stands still when its node dies. */
    static final Duration LENGTH = Duration.ofSeconds(10);

    /** A node trusts its own lease a little shorter than the database does. */
    static final Duration TRUST = Duration.ofSeconds(8);

    @Inject
    Sql jdbc;

    @Inject
    NodeIdentity node;

    /** A lease that this node holds. */
    record Lease(UUID numberId, long epoch) {}

    /** Takes a free or expired lease, or one of this node; null when another node has it. */
    @Transactional
    public @Nullable Lease acquire(UUID numberId) {
        var sql = """
                insert into msg_lease as l (number_id, node, epoch, until) values (?, ?, 1, now() + interval '10 seconds')
                on conflict (number_id) do update
                    set node = excluded.node, epoch = l.epoch + 1, until = excluded.until
                    where l.until <= now() or l.node = excluded.node
                returning epoch
                """;
        var epochs = new ArrayList<Long>();
        jdbc.execute("acquiring a lease", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, numberId);
                statement.setString(2, node.name());
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        epochs.add(rows.getLong(1));
                    }
                }
            }
        });
        return epochs.isEmpty() ? null : new Lease(numberId, epochs.get(0));
    }

    /** Numbers that other nodes hold the lease of. */
    @Transactional
    public Set<UUID> heldElsewhere() {
        return jdbc.run("reading leases", connection -> {
            var held = new HashSet<UUID>();
            var sql = "select number_id from msg_lease where until > now() and node <> ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, node.name());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        held.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return held;
        });
    }

    /** Makes leases last longer; answers the numbers for which that worked. */
    @Transactional
    public Set<UUID> renew(List<Lease> leases) {
        if (leases.isEmpty()) {
            return Set.of();
        }
        return jdbc.run("renewing leases", connection -> {
            var renewed = new HashSet<UUID>();
            var sql = """
                    update msg_lease l set until = now() + interval '10 seconds'
                    from unnest(?::uuid[], ?::bigint[]) as n(number_id, epoch)
                    where l.number_id = n.number_id and l.epoch = n.epoch and l.node = ? and l.until > now()
                    returning l.number_id
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", leases.stream().map(Lease::numberId).toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "bigint", leases.stream().map(Lease::epoch).toArray()));
                statement.setString(3, node.name());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        renewed.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return renewed;
        });
    }

    /** Lets go of a lease, so that another node need not wait for its end. */
    @Transactional
    public void release(Lease lease) {
        jdbc.execute("releasing a lease", connection -> {
            var sql = "update msg_lease set until = now() where number_id = ? and epoch = ? and node = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, lease.numberId());
                statement.setLong(2, lease.epoch());
                statement.setString(3, node.name());
                statement.executeUpdate();
            }
        });
    }

    /** Counts what there is to share, and among how many. */
    @Transactional
    public FairShare census() {
        return jdbc.run("counting leases and nodes", connection -> {
            var sql = """
                    select (select count(*) from msg_lease where until > now()),
                        (select count(*) from msg_node where seen_at > now() - interval '7 seconds')
                    """;
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                rows.next();
                return new FairShare(rows.getInt(1), rows.getInt(2));
            }
        });
    }

    /** A sign of life of this node. */
    @Transactional
    public void beat(String bootId) {
        jdbc.execute("giving a sign of life", connection -> {
            var sql = """
                    insert into msg_node (node, boot_id, started_at, seen_at) values (?, ?, now(), now())
                    on conflict (node) do update set boot_id = excluded.boot_id, seen_at = now()
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, node.name());
                statement.setString(2, bootId);
                statement.executeUpdate();
            }
        });
    }
}
