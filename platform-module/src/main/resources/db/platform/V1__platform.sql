-- Workspaces, people, API keys, WABAs and their numbers, idempotency keys, and the audit trail.
-- All times are timestamptz; ids are UUIDv7 made by the application, so that primary keys grow at the right edge.

create table plt_workspace (
    id         uuid primary key,
    name       text        not null,
    created_at timestamptz not null,
    version    integer     not null default 0
);

create table plt_user (
    id              uuid primary key,
    workspace_id    uuid        not null references plt_workspace (id),
    email           text        not null,
    name            text        not null,
    role            text        not null check (role in ('OWNER', 'ADMIN', 'AGENT', 'VIEWER')),
    password_hash   text        not null,
    failed_attempts integer     not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null,
    last_login_at   timestamptz,
    version         integer     not null default 0,
    -- Serves the sign-in (find by e-mail) and forbids two people with one address. The application stores addresses in
    -- lower case; the check keeps a hand-made row from being one that nobody can sign in with.
    constraint plt_user_email unique (email),
    constraint plt_user_email_lower check (email = lower(email))
);
-- Serves the list of people of a workspace, and the foreign key.
create index plt_user_workspace on plt_user (workspace_id, email);

create table plt_api_key (
    id              uuid primary key,
    workspace_id    uuid        not null references plt_workspace (id),
    name            text        not null,
    kind            text        not null check (kind in ('CHASQUI', 'DIALOG360', 'CBOT', 'BOTMAKER', 'WAABOT')),
    prefix          text        not null,
    -- SHA-256 of the secret. The index behind this constraint serves the authentication of every request that the cache
    -- of a node does not answer.
    secret_hash     bytea       not null constraint plt_api_key_secret unique,
    scopes          text        not null default '',
    phone_number_id uuid,
    created_by      text        not null,
    created_at      timestamptz not null,
    expires_at      timestamptz,
    revoked_at      timestamptz,
    last_used_at    timestamptz,
    version         integer     not null default 0
);
-- Serves the list of keys of a workspace, the newest first (ids grow with time).
create index plt_api_key_workspace on plt_api_key (workspace_id, id desc);

create table plt_account (
    id                           uuid primary key,
    workspace_id                 uuid        not null references plt_workspace (id),
    -- One WABA belongs to one workspace; the index behind the constraint serves onboarding and webhooks.
    waba_id                      text        not null constraint plt_account_waba unique,
    name                         text        not null,
    currency                     text,
    timezone                     text,
    status                       text        not null,
    business_verification_status text,
    template_namespace           text,
    -- AES-GCM, bound to this table, this column and this row.
    access_token                 text,
    connected_at                 timestamptz not null,
    refreshed_at                 timestamptz not null,
    version                      integer     not null default 0
);
-- Serves the list of accounts of a workspace.
create index plt_account_workspace on plt_account (workspace_id, id);

create table plt_phone_number (
    id                   uuid primary key,
    workspace_id         uuid        not null references plt_workspace (id),
    account_id           uuid        not null references plt_account (id),
    -- Meta's id; the index behind the constraint serves onboarding.
    phone_number_id      text        not null constraint plt_phone_number_meta unique,
    display_phone_number text        not null,
    verified_name        text,
    quality_rating       text        not null,
    messaging_limit      text,
    throughput_level     text        not null,
    coexistence          boolean     not null default false,
    status               text        not null,
    name_status          text,
    code_verification    text,
    bot_id               uuid,
    ai_autoreply         boolean     not null default false,
    created_at           timestamptz not null,
    refreshed_at         timestamptz not null,
    version              integer     not null default 0
);
-- Serves the refresh of one account's numbers, and the foreign key. Nothing else needs an index: a node holds the whole
-- table, which is as small as the number of telephones of a company, in memory.
create index plt_phone_number_account on plt_phone_number (account_id, id);

-- One row for each Idempotency-Key. The primary key serves the only hot statement, "insert or show me what is there".
create table plt_idempotency (
    workspace_id uuid        not null,
    idem_key     text        not null,
    request_hash bytea       not null,
    reserved_id  uuid        not null,
    -- When a request began to work under this key; null when none is at work. Who takes a stale lock over writes a new
    -- time, and only the writer of the time that is here may store the answer.
    locked_at    timestamptz,
    status       smallint,
    media_type   text,
    -- AES-GCM, bound to the reserved id: answers hold secrets and the words of messages.
    body         text,
    created_at   timestamptz not null,
    primary key (workspace_id, idem_key)
);
-- Serves the hourly removal of old keys.
create index plt_idempotency_age on plt_idempotency (created_at);

-- Who did what; never changed, never a secret in it.
create table plt_audit (
    id           uuid primary key,
    workspace_id uuid        not null,
    at           timestamptz not null,
    actor        text        not null,
    action       text        not null,
    subject      text        not null,
    details      jsonb       not null default '{}'
);
-- Serves the newest entries of a workspace.
create index plt_audit_workspace on plt_audit (workspace_id, id desc);

-- Facts about the installation: one row each, for example the value by which a node knows that it holds the same
-- encryption key as the others.
create table plt_fact (
    name  text primary key,
    value text not null
);
