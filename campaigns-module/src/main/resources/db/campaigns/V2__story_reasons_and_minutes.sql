-- Why recipients were skipped (a word) or have failed (Meta's code), counted as cmp_count counts their states: an open page asks
-- again and again, and a list may have a million rows.
create table cmp_reason (
    campaign_id uuid not null,
    slot smallint not null,
    state smallint not null,
    word text not null,
    n bigint not null,
    primary key (campaign_id, slot, state, word)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
insert into cmp_reason (campaign_id, slot, state, word, n)
select campaign_id, 3, state, case when state = 7 then error_code::text else reason end, count(*)
from cmp_recipient
where state = 7 and error_code is not null or state = 21 and reason is not null
group by 1, 3, 4;

-- What became of messages minute by minute: kind 0 Meta took them, 1 they arrived, 2 they failed.
create table cmp_minute (
    campaign_id uuid not null,
    minute timestamptz not null,
    slot smallint not null,
    kind smallint not null,
    n bigint not null,
    primary key (campaign_id, minute, slot, kind)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The story of a campaign: what was decided, by whom, and why.
create table cmp_story (
    id uuid primary key,
    campaign_id uuid not null,
    at timestamptz not null,
    what text not null,
    -- who decided; null when nobody did
    actor text,
    reason text,
    detail text,
    -- how many were not open any more
    done bigint not null
);
create index cmp_story_campaign on cmp_story (campaign_id, id);

-- A file whose reader died does not stay "reading": progress has a time.
alter table cmp_import add column touched_at timestamptz;
update cmp_import set touched_at = coalesce(ended_at, started_at);
alter table cmp_import alter column touched_at set not null;
