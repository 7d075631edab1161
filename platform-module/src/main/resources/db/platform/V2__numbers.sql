-- What Meta's webhooks tell of accounts and numbers, their history, the age of tokens, and the last health check.

alter table plt_account
    -- Meta's words: APPROVED, PENDING, REJECTED, DEFERRED.
    add review_status          text,
    -- DISABLE, SCHEDULE_FOR_DISABLE or REINSTATE, and the day as Meta writes it.
    add ban_state              text,
    add ban_date               text,
    -- Meta's restriction_info as it came; those that have expired are left out when it is read.
    add restrictions           text,
    add token_checked_at       timestamptz,
    -- Null: never, or not known; token_checked_at tells which.
    add token_expires_at       timestamptz,
    add data_access_expires_at timestamptz,
    -- At how many days left people were told last; null when nothing was due.
    add token_warned_days      smallint;

alter table plt_phone_number
    add platform_type text;

-- What became of accounts and numbers; never changed.
create table plt_number_history (
    id           uuid primary key,
    workspace_id uuid        not null,
    account_id   uuid        not null references plt_account (id),
    -- Null: about the whole account.
    number_id    uuid references plt_phone_number (id),
    at           timestamptz not null,
    what         text        not null,
    before       text,
    after        text,
    -- webhook, check, or who did it by hand.
    source       text        not null,
    -- Meta's field and value, when a webhook told it.
    field        text,
    value        jsonb,
    -- Digest of account, time, field and value of a webhook: Meta repeats what it believes unheard. One webhook may
    -- change several things, so it may stand here several times.
    told         bytea
);
-- Serves the question whether a webhook has come before.
create index plt_number_history_told on plt_number_history (told) where told is not null;
-- Serves the history of one number, together with that of its account, the newest first (ids grow with time).
create index plt_number_history_account on plt_number_history (account_id, id desc);
create index plt_number_history_number on plt_number_history (number_id, id desc);

-- The last health check of each number.
create table plt_number_health (
    number_id  uuid primary key references plt_phone_number (id) on delete cascade,
    checked_at timestamptz not null,
    findings   jsonb       not null
);
