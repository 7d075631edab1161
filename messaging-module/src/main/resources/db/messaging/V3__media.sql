-- Files that we keep: uploads of customers, and what people sent. The bytes lie in the media store under their digest.
-- origin: 0 upload, 1 inbound (the id is that of the message). state: 0 stored, 1 pending, 2 failed, 3 gone.
create table msg_media (
    id uuid primary key,
    workspace_id uuid not null,
    number_id uuid,
    origin smallint not null,
    state smallint not null,
    sha256 text,
    mime text not null,
    size bigint,
    file_name text,
    -- Meta's id of an inbound file
    meta_id text,
    created_at timestamptz not null
);
-- list of a workspace, and the check of ownership
create index msg_media_workspace on msg_media (workspace_id, id);
-- whether bytes are still wanted by anybody
create index msg_media_sha256 on msg_media (sha256) where sha256 is not null;
create index msg_media_meta on msg_media (meta_id) where meta_id is not null;

-- What Meta calls one of our files; its ids belong to one number and end after thirty days.
create table msg_media_remote (
    asset_id uuid not null,
    number_id uuid not null,
    meta_id text not null,
    expires_at timestamptz not null,
    primary key (asset_id, number_id)
);
create index msg_media_remote_meta on msg_media_remote (meta_id);

-- Inbound files that are not here yet; a row leaves when its file is stored or given up.
create table msg_media_fetch (
    asset_id uuid primary key,
    number_id uuid not null,
    meta_id text not null,
    sha256 text,
    attempts smallint not null default 0,
    next_at timestamptz not null,
    give_up_at timestamptz not null,
    last_error text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
create index msg_media_fetch_due on msg_media_fetch (next_at);
