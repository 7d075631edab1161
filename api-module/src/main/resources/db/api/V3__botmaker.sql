-- What a key of the Botmaker dialect may set for itself; a key without a row has the defaults.
create table api_botmaker_key (
    key_id uuid primary key,
    -- what send-messages answers with: 200 as seed 002 says, or 202 as the published description says
    accepted_status smallint not null check (accepted_status in (200, 202))
);

-- What is known of a message beside the ledger: the call that it came of, and what the client wants to have back with it.
create table api_botmaker_message (
    message_id uuid primary key,
    -- the webhookNotificationId that the call was answered with
    request_id text not null,
    webhook_payload text,
    -- variables that were set with the call, a JSON object; null for none
    variables text,
    created_at timestamptz not null
);
create index api_botmaker_message_created on api_botmaker_message (created_at);

-- What the dialect knows of an endpoint of the webhooks: kind, switches, token.
create table api_botmaker_webhook (
    webhook_id uuid primary key,
    workspace_id uuid not null,
    kind text not null,
    -- our ids of the numbers it hears of; the webhook itself hears of all, because much is news of no number
    channels uuid[] not null,
    -- sealed; null when no token is sent
    token text,
    bot_messages boolean not null,
    user_messages boolean not null,
    agent_messages boolean not null,
    message_status boolean not null,
    template_status_only boolean not null,
    event_messages boolean not null,
    variable_changes boolean not null,
    created_at timestamptz not null
);
create index api_botmaker_webhook_workspace on api_botmaker_webhook (workspace_id, kind);

-- What Botmaker calls a campaign: a name under which notifications are gathered.
create table api_botmaker_campaign (
    id uuid primary key,
    workspace_id uuid not null,
    name text not null,
    goal text,
    created_at timestamptz not null
);
create unique index api_botmaker_campaign_name on api_botmaker_campaign (workspace_id, lower(name));

-- What Botmaker calls a notification: one of our campaigns, gathered under a name.
create table api_botmaker_notification (
    campaign_id uuid primary key,
    workspace_id uuid not null,
    gathered_under uuid not null references api_botmaker_campaign (id) on delete cascade,
    name text not null,
    created_at timestamptz not null
);
create index api_botmaker_notification_workspace on api_botmaker_notification (workspace_id, campaign_id);

-- What the client wants to have back with the message to a recipient.
create table api_botmaker_recipient (
    campaign_id uuid not null references api_botmaker_notification (campaign_id) on delete cascade,
    workspace_id uuid not null,
    peer text not null,
    webhook_payload text not null,
    created_at timestamptz not null,
    primary key (campaign_id, peer)
);
create index api_botmaker_recipient_peer on api_botmaker_recipient (workspace_id, peer, created_at);
create index api_botmaker_recipient_created on api_botmaker_recipient (created_at);
