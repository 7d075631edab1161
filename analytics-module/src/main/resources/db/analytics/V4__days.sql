-- The five sheets by the day of UTC, added up from the hours in the background: an answer about months reads a row for each
-- day and combination, however many messages there are. Whoever moves messages writes hours only, and hours stay the truth:
-- a day that is not folded, or that has moved since, is read from them. In these tables "hour" is the beginning of the day.
create table ana_hour_days (like ana_hour including defaults);
create table ana_cube_days (like ana_cube including defaults);
create table ana_price_days (like ana_price including defaults);
create table ana_latency_days (like ana_latency including defaults);
create table ana_error_days (like ana_error including defaults);
alter table ana_hour_days drop column slot,
    add primary key (workspace_id, hour, number_id, direction, category, template);
alter table ana_cube_days drop column slot,
    add primary key (workspace_id, hour, number_id, category, template, campaign_id, country);
alter table ana_price_days drop column slot,
    add primary key (workspace_id, hour, number_id, category, template, campaign_id, country, price_model, price_type,
        price_category, billable);
alter table ana_latency_days drop column slot,
    add primary key (workspace_id, hour, number_id, category, step, bucket);
alter table ana_error_days drop column slot,
    add primary key (workspace_id, hour, number_id, category, template, campaign_id, country, code);

-- which days these tables hold
create table ana_folded (
    workspace_id uuid not null,
    day timestamptz not null,
    folded_at timestamptz not null,
    primary key (workspace_id, day)
);

-- Days that have ended and whose messages have moved since. Only ever appended to where messages move, so that nobody waits
-- for anybody; who folds a day takes away what was there before.
create table ana_late (
    workspace_id uuid not null,
    day timestamptz not null
);
create index ana_late_day on ana_late (workspace_id, day);

-- Hours that were counted before there were cubes: their messages are counted again, and until then nothing is said of them.
create table ana_uncounted (
    hour timestamptz primary key
);
insert into ana_uncounted (hour)
    select distinct hours.hour
    from (select workspace_id, hour, sum(total) as total from ana_hour where direction = 0 group by 1, 2) as hours
    left join (select workspace_id, hour, sum(total) as total from ana_cube group by 1, 2) as cubes
        on cubes.workspace_id = hours.workspace_id and cubes.hour = hours.hour
    where hours.total <> coalesce(cubes.total, 0);

-- what the last comparison has found for a workspace, until its hour is counted again
create table ana_difference (
    workspace_id uuid not null,
    hour timestamptz not null,
    found_at timestamptz not null,
    places integer not null,
    primary key (workspace_id, hour)
);
