-- The process that reads a file: when it is gone, so is the reading.
alter table cmp_import add column holder uuid;

-- What a decision still has to do: it moves too much for one transaction. 'release': let go what was held while the campaign was
-- paused; 'retry': give those another turn whose message has failed.
create table cmp_follow_up (
    campaign_id uuid not null,
    what text not null,
    -- retry: place on the list behind which it goes on
    cursor bigint not null default 0,
    -- retry: Meta's codes that are worth another turn, separated by commas
    codes text not null default '',
    primary key (campaign_id, what)
);
