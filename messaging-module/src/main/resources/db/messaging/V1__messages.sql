-- Conversations: one for each number and person; the customer service window hangs on it.
create table msg_conversation (
    id uuid primary key,
    workspace_id uuid not null,
    number_id uuid not null,
    peer text not null,
    name text,
    window_expires_at timestamptz,
    last_inbound_at timestamptz,
    created_at timestamptz not null,
    -- accept and inbound look the conversation up by number and person
    unique (number_id, peer)
);

-- Messages. The status stands in no index, so that the updates sent, delivered and read stay on their page (HOT);
-- what waits for sending is in msg_queue, which is small.
create table msg_message (
    id uuid primary key,
    workspace_id uuid not null,
    number_id uuid not null,
    phone_number_id text not null,
    conversation_id uuid not null,
    direction smallint not null,
    peer text not null,
    wa_id text,
    type text not null,
    content text not null,
    template text,
    category text not null,
    lane smallint not null,
    status smallint not null,
    attempts smallint not null default 0,
    wamid text,
    created_at timestamptz not null,
    expires_at timestamptz,
    sending_at timestamptz,
    accepted_at timestamptz,
    sent_at timestamptz,
    delivered_at timestamptz,
    read_at timestamptz,
    played_at timestamptz,
    failed_at timestamptz,
    uncertain_at timestamptz,
    ended_at timestamptz,
    error_code integer,
    error_title text,
    error_details text,
    price_model text,
    price_type text,
    price_category text,
    billable boolean,
    -- wamids beyond the first that Meta has confirmed for this message, comma-separated: measured duplicates
    other_wamids text
) with (fillfactor = 75);

-- list of a workspace, newest first (ids are UUIDv7)
create index msg_message_workspace on msg_message (workspace_id, id);
-- thread of a conversation
create index msg_message_conversation on msg_message (conversation_id, id);
-- a status or an inbound message finds its row by wamid; also keeps an inbound message from being stored twice
create unique index msg_message_wamid on msg_message (wamid) where wamid is not null;

-- What has to be sent, and nothing else: rows leave when Meta has answered. state: 0 waiting, 1 claimed, 2 uncertain.
create table msg_queue (
    message_id uuid primary key,
    number_id uuid not null,
    lane smallint not null,
    peer text not null,
    state smallint not null,
    attempt smallint not null default 0,
    next_at timestamptz not null,
    expires_at timestamptz,
    node text,
    resend boolean not null default false,
    reason text
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);

-- claim: the due rows of one lane of one number, oldest first
create index msg_queue_due on msg_queue (number_id, lane, next_at, message_id) where state = 0;
-- order for one recipient: is there an earlier one that is not settled yet
create index msg_queue_peer on msg_queue (number_id, lane, peer, message_id) where state < 2;
-- recovery after a crash and settlement of what is uncertain
create index msg_queue_open on msg_queue (node, state) where state > 0;

-- Every call to Meta.
create table msg_attempt (
    message_id uuid not null,
    number smallint not null,
    at timestamptz not null,
    node text not null,
    outcome text not null,
    http_status integer,
    code integer,
    detail text,
    answer text,
    duration_ms integer not null,
    wamid text,
    resend boolean not null,
    primary key (message_id, number)
);

-- Which node sends for which number. The epoch fences a node that slept through the end of its lease.
create table msg_lease (
    number_id uuid primary key,
    node text not null,
    epoch bigint not null,
    until timestamptz not null
);

-- The nodes and their last sign of life.
create table msg_node (
    node text primary key,
    boot_id text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null
);

-- Numbers that may not send for now, and why.
create table msg_hold (
    number_id uuid primary key,
    reason text not null,
    code integer,
    since timestamptz not null,
    until timestamptz not null
);

-- What Meta posted, as it came. Insert only; the inbox beside it holds what is not merged yet.
create table msg_webhook_raw (
    id bigint generated always as identity (cache 50) primary key,
    received_at timestamptz not null,
    body bytea not null
);
create table msg_webhook_inbox (
    raw_id bigint primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
create table msg_webhook_poison (
    raw_id bigint primary key,
    failed_at timestamptz not null,
    error text not null
);

-- Statuses that came before we knew their message.
create table msg_orphan_status (
    wamid text not null,
    status text not null,
    body text not null,
    received_at timestamptz not null,
    next_at timestamptz not null,
    tries smallint not null default 0,
    primary key (wamid, status)
);
create index msg_orphan_status_due on msg_orphan_status (next_at);
