-- What has happened, in the words of the API. Insert only. tx is the transaction that wrote the row: readers take only
-- transactions that are older than every running one, so that an event which commits late is never skipped.
create table msg_event (
    id uuid primary key,
    tx xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity (cache 50),
    workspace_id uuid not null,
    type text not null,
    number_id uuid,
    conversation_id uuid,
    created_at timestamptz not null,
    -- json and not jsonb: it is printed as it is, never looked into, and jsonb refuses the character NUL in a text
    data json not null
);
-- pull in order
create index msg_event_log on msg_event (workspace_id, tx, seq);
-- range replay
create index msg_event_time on msg_event (workspace_id, created_at);

-- Addresses of customers that events are posted to. Settings only; what changes with each delivery is in the row beside it.
create table msg_webhook (
    id uuid primary key,
    workspace_id uuid not null,
    url text not null,
    -- posts to the built-in inspector instead of an address
    is_inspector boolean not null default false,
    -- message.received, message.* or *
    events text[] not null,
    -- our ids; null for all numbers
    number_ids uuid[],
    -- sealed JSON object; null for none
    headers text,
    ordered boolean not null default false,
    description text,
    -- sealed; the previous one signs along until its time is over
    secret text not null,
    previous_secret text,
    previous_until timestamptz,
    -- 0 active, 1 paused, 2 disabled
    status smallint not null default 0,
    status_reason text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index msg_webhook_workspace on msg_webhook (workspace_id, id);

-- How an endpoint does, and which node delivers to it. One row per endpoint, written with every settled batch.
create table msg_webhook_health (
    webhook_id uuid primary key,
    node text,
    lease_until timestamptz,
    failures_in_a_row integer not null default 0,
    window_start timestamptz,
    window_requests integer not null default 0,
    window_failures integer not null default 0,
    trips integer not null default 0,
    open_until timestamptz,
    failing_since timestamptz,
    last_failure_at timestamptz,
    last_success_at timestamptz,
    noticed smallint not null default 0
) with (fillfactor = 50);

-- One event for one endpoint. Written with the event, changed once, when it has arrived or is given up: no index on
-- the status, so that this change stays on its page.
create table msg_delivery (
    id uuid primary key,
    webhook_id uuid not null,
    workspace_id uuid not null,
    event_id uuid not null,
    event_type text not null,
    is_replay boolean not null default false,
    -- 0 pending, 1 delivered, 2 dead
    status smallint not null default 0,
    attempts smallint not null default 0,
    created_at timestamptz not null,
    ended_at timestamptz
) with (fillfactor = 85);
create index msg_delivery_webhook on msg_delivery (webhook_id, id);
create index msg_delivery_event on msg_delivery (event_id);

-- What has to be posted, and nothing else: rows leave when the delivery has ended.
create table msg_delivery_due (
    delivery_id uuid primary key,
    webhook_id uuid not null,
    event_id uuid not null,
    event_seq bigint not null,
    -- whose order counts when the endpoint asks for order: the conversation
    order_key uuid not null,
    -- calls that were begun
    attempt smallint not null default 0,
    next_at timestamptz not null,
    -- while somebody has it
    node text,
    claimed_until timestamptz
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);
-- first attempts, in the order of the events
create index msg_delivery_due_first on msg_delivery_due (webhook_id, event_seq)
    where attempt = 0 and claimed_until is null;
-- retries, by their time
create index msg_delivery_due_retry on msg_delivery_due (webhook_id, next_at)
    where attempt > 0 and claimed_until is null;
-- order within a conversation
create index msg_delivery_due_order on msg_delivery_due (webhook_id, order_key, event_seq);
-- what a node left behind
create index msg_delivery_due_claimed on msg_delivery_due (claimed_until) where claimed_until is not null;

-- Every call to an endpoint.
create table msg_delivery_attempt (
    delivery_id uuid not null,
    number smallint not null,
    at timestamptz not null,
    node text not null,
    -- null when there was no answer
    http_status integer,
    -- why there was no answer; null when there was one
    error text,
    duration_ms integer not null,
    request_headers json not null,
    answer text,
    primary key (delivery_id, number, at)
);

-- The built-in inspector: the address of each workspace, and what was posted to it last.
create table msg_inspector (
    workspace_id uuid primary key,
    token text not null unique
);
create table msg_inspector_request (
    id uuid primary key,
    workspace_id uuid not null,
    received_at timestamptz not null,
    headers json not null,
    body text not null
);
create index msg_inspector_request_workspace on msg_inspector_request (workspace_id, id);
