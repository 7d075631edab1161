-- What a client of the Waabot dialect calls an instance: a number of ours, or one that is still to be connected, with the
-- ids and secrets by which such clients know it. How its bot behaves is the bot's own matter.
create table api_waabot_instance (
    id uuid primary key,
    -- 24 hexadecimal digits, its _id
    object_id text not null unique,
    workspace_id uuid not null,
    -- our id of the number; null until one is connected
    number_id uuid,
    -- the bot that it was made with, until the number has one linked
    bot_id uuid,
    -- the customer's endpoint of setWebhook; null for none
    webhook_id uuid,
    -- the names of setWebhook that it wants to hear of
    webhook_events text[] not null,
    -- sealed, and a hash to find it by
    session_id text not null,
    session_hash bytea not null unique,
    -- sealed
    access_token text not null,
    -- stored and echoed, without a meaning on the official API
    multi_device boolean not null,
    send_webhook boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
);
create index api_waabot_instance_workspace on api_waabot_instance (workspace_id, id);
-- A number is one instance at a time; one that was deleted comes back only when somebody makes it anew.
create unique index api_waabot_instance_number on api_waabot_instance (number_id) where deleted_at is null;
create index api_waabot_instance_deleted on api_waabot_instance (number_id) where deleted_at is not null;

-- Signed in by POST /sessions; the tokens name the row.
create table api_waabot_session (
    id uuid primary key,
    workspace_id uuid not null,
    user_id uuid not null,
    user_agent text,
    created_at timestamptz not null,
    renewed_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index api_waabot_session_user on api_waabot_session (user_id, id);
create index api_waabot_session_expires on api_waabot_session (expires_at);
