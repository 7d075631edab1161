-- Campaigns. "Finished" is not here: it is read off the counts.
create table cmp_campaign (
    id uuid primary key,
    workspace_id uuid not null,
    name text not null,
    number_id uuid not null,
    account_id uuid not null,
    phone_number_id text not null,
    template text not null,
    language text not null,
    -- the category when it was made or launched last; Meta's change of it holds the campaign
    category text not null,
    -- parts that are the same for everybody, a JSON array as Graph takes it; {{name}} in a text is the person's variable
    components text not null default '[]',
    -- 0 draft, 1 scheduled, 2 running, 3 paused, 4 cancelled
    status smallint not null default 0,
    scheduled_at timestamptz,
    -- what the person wrote: a local time and the zone that it is meant in
    scheduled_local text,
    time_zone text,
    validity_seconds bigint,
    -- per cent of failures among what Meta has answered at which it pauses; 0 never
    error_threshold smallint not null default 25,
    -- counts at the beginning of the stretch that the threshold looks at
    base_done bigint not null default 0,
    base_failed bigint not null default 0,
    -- what Meta thought of template and number when it began or went on: only a drop since then holds it
    template_quality text,
    number_quality text,
    -- why it is paused, or why it waits although it runs
    reason text,
    reason_detail text,
    -- behind the last recipient of the list, and behind the last one that was handed over
    next_position bigint not null default 1,
    cursor bigint not null default 0,
    created_at timestamptz not null,
    created_by text not null,
    launched_at timestamptz,
    paused_at timestamptz,
    cancelled_at timestamptz,
    -- when it was noticed that nothing is left to send, and told; a retry empties it
    finished_at timestamptz
);
create index cmp_campaign_workspace on cmp_campaign (workspace_id, id);
-- what the clock has to look at
create index cmp_campaign_live on cmp_campaign (status) where status > 0 and finished_at is null;

-- One row for each recipient that was given, also for those that cannot be written to. The state stands in no index, so that
-- it changes on its page (HOT). identity is what makes a person one: null for rows that are skipped from the start.
create table cmp_recipient (
    campaign_id uuid not null,
    position bigint not null,
    identity text,
    written text not null,
    peer text,
    name text,
    variables text not null default '{}',
    -- line of the file that it came from
    line bigint,
    state smallint not null,
    -- why it was skipped, in one word, and a sentence
    reason text,
    detail text,
    error_code integer,
    message_id uuid,
    rounds smallint not null default 0,
    changed_at timestamptz not null,
    handed_at timestamptz,
    replied_at timestamptz,
    primary key (campaign_id, position),
    unique (campaign_id, identity)
) with (fillfactor = 75);
-- what happens to a message finds its recipient
create unique index cmp_recipient_message on cmp_recipient (message_id) where message_id is not null;

-- How many recipients are in each state, moved in the transaction that moves them. Slots keep writers out of each other's way.
-- State 100 counts those who have replied.
create table cmp_count (
    campaign_id uuid not null,
    slot smallint not null,
    state smallint not null,
    n bigint not null,
    primary key (campaign_id, slot, state)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Files that were read into a campaign, with how far they are.
create table cmp_import (
    id uuid primary key,
    campaign_id uuid not null,
    -- 0 reading, 1 read to its end, 2 broken off
    status smallint not null,
    rows bigint not null default 0,
    added bigint not null default 0,
    skipped bigint not null default 0,
    problem text,
    started_at timestamptz not null,
    ended_at timestamptz,
    first_position bigint not null,
    last_position bigint
);
create index cmp_import_campaign on cmp_import (campaign_id, id);

-- Saved audiences: who has all of the tags when it is used.
create table cmp_audience (
    id uuid primary key,
    workspace_id uuid not null,
    name text not null,
    tags text[] not null,
    created_at timestamptz not null
);
create index cmp_audience_workspace on cmp_audience (workspace_id, id);
