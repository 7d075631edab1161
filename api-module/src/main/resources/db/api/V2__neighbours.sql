-- The life of an instance beside its number: how it gets one, and which one it has left.
create table api_waabot_life (
    instance_id uuid primary key,
    -- the link by which its number is to be connected; null while nobody has asked for its QR code
    link_id uuid,
    -- our id of the number that it was logged out of, which is no instance of its own meanwhile
    left_number_id uuid
);
create index api_waabot_life_left on api_waabot_life (left_number_id) where left_number_id is not null;

-- The group into which contacts come that name none.
create table api_waabot_default_group (
    workspace_id uuid primary key,
    -- an audience of campaigns
    audience_id uuid not null
);

-- Broadcasts: one message, or a few of them, to a list of people. What became of each message is not here: the ledger knows.
create table api_waabot_broadcast (
    id uuid primary key,
    workspace_id uuid not null,
    number_id uuid not null,
    -- individual, group
    send_type text not null,
    -- "to" as the client wrote it: numbers, or ids of groups
    addressed text not null,
    -- the message as the client wrote it, a JSON object
    message text not null,
    -- what it becomes: a JSON array of {type, content}
    parts text not null,
    created_by text not null,
    created_at timestamptz not null,
    -- when the last recipient was handed over to messaging
    handed_at timestamptz
);
create index api_waabot_broadcast_workspace on api_waabot_broadcast (workspace_id, id);
-- what the clock has to look at
create index api_waabot_broadcast_open on api_waabot_broadcast (id) where handed_at is null;

create table api_waabot_recipient (
    broadcast_id uuid not null references api_waabot_broadcast (id) on delete cascade,
    position integer not null,
    -- digits of the number, or a business-scoped user id
    peer text not null,
    handed_at timestamptz,
    -- his messages in the order of the parts, as far as they were accepted
    message_ids uuid[] not null default '{}',
    -- why one of the parts was refused
    refusal text,
    primary key (broadcast_id, position)
);
create index api_waabot_recipient_waiting on api_waabot_recipient (broadcast_id, position) where handed_at is null;
