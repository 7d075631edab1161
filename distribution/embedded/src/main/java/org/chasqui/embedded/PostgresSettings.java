package org.chasqui.embedded;

/** What the embedded PostgreSQL is told. Every commit is on disk before it is answered: no message may be lost. */
final class PostgresSettings {

    static final String FILE = "chasqui.conf";

    /** Only the product's own login, only from this machine, only with its password. */
    static final String LOGINS = """
            # Written by Chasqui.
            host  all  chasqui  127.0.0.1/32  scram-sha-256
            """;

    private PostgresSettings() {}

    static String text(int port) {
        return """
                # Written by Chasqui at every start; put changes into postgresql.auto.conf.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'

                # Durability: never traded for speed.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                shared_buffers = '256MB'
                effective_cache_size = '1GB'
                work_mem = '8MB'
                maintenance_work_mem = '128MB'
                random_page_cost = 1.1
                jit = off

                wal_compression = on
                max_wal_size = '4GB'
                min_wal_size = '256MB'
                checkpoint_timeout = '15min'
                checkpoint_completion_target = 0.9

                # Rows here are updated several times in a short life: vacuum early and without long naps.
                autovacuum_naptime = '15s'
                autovacuum_vacuum_scale_factor = 0.05
                autovacuum_vacuum_cost_limit = 2000

                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%a '
                log_checkpoints = off
                log_lock_waits = on
                """.formatted(port);
    }
}
