-- Bots: whoever answers people by itself. What is set is one object each, read and written as a whole; secrets are sealed.
create table msg_bot (
    id uuid primary key,
    workspace_id uuid not null,
    name text not null,
    kind text not null,
    active boolean not null,
    settings jsonb not null,
    -- where answers come from that rules do not give: an AI of the operator's choice, or a server of the customer's
    ai jsonb,
    ai_key text,
    external jsonb,
    external_secret text,
    version integer not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index msg_bot_workspace on msg_bot (workspace_id, id);

-- Rules, the highest priority first, the older one of two alike.
create table msg_bot_rule (
    id uuid primary key,
    bot_id uuid not null references msg_bot (id) on delete cascade,
    title text,
    match text not null,
    keywords text[] not null,
    actions jsonb not null,
    priority integer not null,
    active boolean not null,
    hits bigint not null default 0,
    last_hit_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index msg_bot_rule_bot on msg_bot_rule (bot_id, priority desc, id);

-- What is to be answered: one row for each conversation, written with the inbound messages themselves and taken out with the
-- decision about them. A turn is what is decided at once; its id is that of the decision.
create table msg_bot_work (
    conversation_id uuid primary key,
    turn_id uuid not null,
    workspace_id uuid not null,
    number_id uuid not null,
    message_ids uuid[] not null,
    -- whether old messages are looked at, too: a bot that was switched on goes through what nobody has answered
    catching_up boolean not null default false,
    first_at timestamptz not null,
    due_at timestamptz not null,
    claim uuid,
    claimed_until timestamptz,
    attempts smallint not null default 0
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
create index msg_bot_work_due on msg_bot_work (due_at);

-- What was decided, and why.
create table msg_bot_decision (
    id uuid primary key,
    workspace_id uuid not null,
    bot_id uuid not null,
    number_id uuid not null,
    conversation_id uuid not null,
    at timestamptz not null,
    outcome text not null,
    reason text not null,
    detail text,
    rule_id uuid,
    -- what was looked at, as the page and the test console show it
    trace jsonb not null,
    duration_ms integer not null
);
create index msg_bot_decision_bot on msg_bot_decision (bot_id, id);
create index msg_bot_decision_conversation on msg_bot_decision (conversation_id, id);

-- Which decision an inbound message went into: the key is what keeps it from being answered twice.
create table msg_bot_heard (
    message_id uuid primary key,
    decision_id uuid not null
);
create index msg_bot_heard_decision on msg_bot_heard (decision_id);

-- Our messages that a bot wrote.
create table msg_bot_reply (
    message_id uuid primary key,
    decision_id uuid not null
);
create index msg_bot_reply_decision on msg_bot_reply (decision_id);

-- What bots know of a conversation; most conversations have none.
create table msg_bot_conversation (
    conversation_id uuid primary key,
    workspace_id uuid not null,
    number_id uuid not null,
    autoreply boolean not null default true,
    -- a person has it since then, and until then; without an end until somebody gives it back
    handed_over_at timestamptz,
    handed_over_until timestamptz,
    handed_over_by text,
    assignee text,
    note text,
    -- what was written before this is no reason to keep silent any more
    returned_at timestamptz,
    welcomed_at timestamptz,
    default_at timestamptz,
    away_at timestamptz,
    replied_at timestamptz,
    -- the guards: how many answers since when, how often the same one, how many inbound messages came faster than people write
    counted_since timestamptz,
    counted integer not null default 0,
    last_reply bytea,
    same_replies integer not null default 0,
    quick_turns integer not null default 0,
    silent_until timestamptz
);
create index msg_bot_conversation_until on msg_bot_conversation (handed_over_until) where handed_over_until is not null;

-- What an AI would have answered, for a person to look at: the latest of each conversation.
create table msg_bot_draft (
    conversation_id uuid primary key,
    workspace_id uuid not null,
    decision_id uuid not null,
    messages jsonb not null,
    created_at timestamptz not null
);

-- What AIs have used, by the UTC day.
create table msg_bot_usage (
    bot_id uuid not null references msg_bot (id) on delete cascade,
    day date not null,
    calls integer not null,
    failures integer not null,
    tokens_in bigint not null,
    tokens_out bigint not null,
    primary key (bot_id, day)
);
