-- Where the notifications of all numbers of an account go that have no callback of their own.
create table api_dialog360_account_callback (
    account_id uuid primary key,
    workspace_id uuid not null,
    webhook_id uuid not null unique,
    created_at timestamptz not null
);

-- What a partner of the hub, which is a workspace, has said of itself.
create table api_dialog360_partner (
    workspace_id uuid primary key,
    -- the endpoint that hears of its channels; null for none
    webhook_id uuid,
    -- where people are sent who have connected a number
    redirect_url text,
    brand_name text,
    logo_url text,
    updated_at timestamptz not null
);

-- What a partner has noted of a client, which is an account.
create table api_dialog360_client (
    account_id uuid primary key,
    workspace_id uuid not null,
    partner_payload text,
    -- how many numbers keys may be made for; null for any number
    max_channels integer check (max_channels >= 0),
    updated_at timestamptz not null
);
