-- How accounts come in: each run of the onboarding with its steps, and the links that let an end customer start one.
-- A number is in plt_phone_number only after its run has come to the end: what is half made is here and nowhere else.

create table plt_onboarding (
    id             uuid primary key,
    workspace_id   uuid        not null references plt_workspace (id),
    method         text        not null check (method in ('EMBEDDED', 'MANUAL')),
    link_id        uuid,
    started_by     text        not null,
    -- WAITING: Meta's window is open. RUNNING: the gateway goes on by itself. FAILED: a person must act.
    state          text        not null check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'CANCELLED')),
    coexistence    boolean     not null default false,
    -- Meta's ids that the window or the caller named; what was found is among the facts.
    wanted_waba    text,
    wanted_number  text,
    -- AES-GCM, each bound to this table, its column and this row. The code goes when it has been exchanged, the token when
    -- the account has it; the PIN stays, because the number needs it to be registered again.
    code           text,
    code_at        timestamptz,
    token          text,
    pin            text,
    -- SHA-256 of the code: whoever brings the same code again means the same run.
    code_hash      bytea,
    -- What Meta told of token, account and numbers; nothing secret.
    facts          jsonb       not null default '{}',
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    finished_at    timestamptz,
    -- When the gateway goes on by itself; null when it does not.
    next_at        timestamptz
);
-- Serves the exchange: the same code twice is the same run.
create unique index plt_onboarding_code on plt_onboarding (workspace_id, code_hash) where code_hash is not null;
-- Serves the timer that looks for what is due; holds only the few runs that go on by themselves.
create index plt_onboarding_due on plt_onboarding (next_at) where next_at is not null;
-- Serves the list of a workspace, the newest first (ids grow with time).
create index plt_onboarding_workspace on plt_onboarding (workspace_id, id desc);

create table plt_onboarding_step (
    onboarding_id uuid        not null references plt_onboarding (id) on delete cascade,
    step          text        not null check (step in ('WINDOW', 'EXCHANGE', 'INSPECT', 'FIND', 'SUBSCRIBE', 'CALLBACK', 'REGISTER', 'READY')),
    state         text        not null check (state in ('PENDING', 'RUNNING', 'DONE', 'SKIPPED', 'FAILED')),
    -- All that were made, and those since a person last pressed the button, by which the pauses grow.
    attempts      integer     not null default 0,
    tries         integer     not null default 0,
    started_at    timestamptz,
    finished_at   timestamptz,
    -- The call at Meta, for example "POST /1022/register", its status, and its answer without what is secret.
    request       text,
    http_status   smallint,
    answer        text,
    problem       jsonb,
    primary key (onboarding_id, step)
);

create table plt_onboarding_link (
    id           uuid primary key,
    workspace_id uuid        not null references plt_workspace (id),
    name         text        not null,
    coexistence  boolean     not null default false,
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    opened_at    timestamptz,
    used_at      timestamptz,
    revoked_at   timestamptz
);
-- Serves the list of a workspace.
create index plt_onboarding_link_workspace on plt_onboarding_link (workspace_id, id desc);
-- Serves the page of a link, which shows its run; a link has one.
create unique index plt_onboarding_link_run on plt_onboarding (link_id) where link_id is not null;
