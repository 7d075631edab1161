-- Counts of messages by the hour in which they were accepted or written. total, accepted, sent, delivered and read
-- count messages that have reached the step; failed, uncertain, expired and cancelled count those that stand there now.
create table ana_hour (
    workspace_id uuid not null,
    hour timestamptz not null,
    number_id uuid not null,
    direction smallint not null,
    category text not null,
    template text not null,
    -- writers of different kinds use rows of their own, so that they do not wait for each other; readers add them up
    slot smallint not null,
    total bigint not null default 0,
    accepted bigint not null default 0,
    sent bigint not null default 0,
    delivered bigint not null default 0,
    read bigint not null default 0,
    failed bigint not null default 0,
    uncertain bigint not null default 0,
    expired bigint not null default 0,
    cancelled bigint not null default 0,
    -- also serves every read: workspace and a range of hours
    primary key (workspace_id, hour, number_id, direction, category, template, slot)
) with (fillfactor = 50);
