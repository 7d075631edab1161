-- Five tables of counts, all of messages by the hour in which they were accepted or written, all raised in the transaction
-- that moves the messages. ana_hour stays small and serves what is asked without a market or a campaign; ana_cube has every
-- dimension. slot as in ana_hour: writers of different kinds do not wait for each other.

-- messages of ours that people have answered
alter table ana_hour add column replied bigint not null default 0;

-- outbound messages by everything that they can be told apart by; country is ISO 3166, '' when nobody knows
create table ana_cube (
    workspace_id uuid not null,
    hour timestamptz not null,
    number_id uuid not null,
    category text not null,
    template text not null,
    campaign_id uuid not null,
    country text not null,
    slot smallint not null,
    total bigint not null default 0,
    accepted bigint not null default 0,
    sent bigint not null default 0,
    delivered bigint not null default 0,
    read bigint not null default 0,
    replied bigint not null default 0,
    failed bigint not null default 0,
    uncertain bigint not null default 0,
    expired bigint not null default 0,
    cancelled bigint not null default 0,
    primary key (workspace_id, hour, number_id, category, template, campaign_id, country, slot)
) with (fillfactor = 50);

-- messages of whose price Meta has spoken, by what it said; '' where it left a part out. billable: 1 yes, 0 no, -1 not said.
-- Counts and no money: a rate card that is imported later prices the past as well.
create table ana_price (
    workspace_id uuid not null,
    hour timestamptz not null,
    number_id uuid not null,
    category text not null,
    template text not null,
    campaign_id uuid not null,
    country text not null,
    price_model text not null,
    price_type text not null,
    price_category text not null,
    billable smallint not null,
    slot smallint not null,
    messages bigint not null default 0,
    primary key (workspace_id, hour, number_id, category, template, campaign_id, country, price_model, price_type,
        price_category, billable, slot)
) with (fillfactor = 50);

-- how long steps took: 0 queued to accepted, 1 accepted to sent, 2 accepted to delivered, 3 delivered to read. A bucket is
-- at most a quarter wider than its beginning (LatencyBuckets).
create table ana_latency (
    workspace_id uuid not null,
    hour timestamptz not null,
    number_id uuid not null,
    category text not null,
    step smallint not null,
    bucket smallint not null,
    slot smallint not null,
    messages bigint not null default 0,
    primary key (workspace_id, hour, number_id, category, step, bucket, slot)
) with (fillfactor = 50);

-- messages that stand as failed, by Meta's code; 0 is ours
create table ana_error (
    workspace_id uuid not null,
    hour timestamptz not null,
    number_id uuid not null,
    category text not null,
    template text not null,
    campaign_id uuid not null,
    country text not null,
    code integer not null,
    slot smallint not null,
    messages bigint not null default 0,
    primary key (workspace_id, hour, number_id, category, template, campaign_id, country, code, slot)
) with (fillfactor = 50);

-- which hours were compared with the messages themselves, when last, and what was found
create table ana_check (
    hour timestamptz primary key,
    checked_at timestamptz not null,
    messages bigint not null,
    differences integer not null
);

-- rate cards of an operator's own; what Meta publishes is shipped as files
create table ana_rate_card (
    id uuid primary key,
    workspace_id uuid not null,
    name text not null,
    currency text not null,
    effective_on date not null,
    imported_at timestamptz not null,
    -- a card that is imported for the same day takes the place of the one before
    unique (workspace_id, currency, effective_on)
);
create table ana_rate (
    card_id uuid not null references ana_rate_card (id) on delete cascade,
    market text not null,
    category text not null,
    -- the price holds from this message of the month on
    from_message bigint not null,
    price numeric(18, 8) not null,
    primary key (card_id, market, category, from_message)
);
