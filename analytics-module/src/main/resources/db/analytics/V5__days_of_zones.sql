-- Days of other zones than UTC: a day of UTC is folded once more for each hour at which somebody's days begin, cut in two
-- there. cut is that hour of UTC, 0 where the day is whole; "hour" is the beginning of the piece. Days are cut when they are asked for.
alter table ana_hour_days
    add column cut smallint not null default 0,
    drop constraint ana_hour_days_pkey,
    add primary key (workspace_id, cut, hour, number_id, direction, category, template);
alter table ana_cube_days
    add column cut smallint not null default 0,
    drop constraint ana_cube_days_pkey,
    add primary key (workspace_id, cut, hour, number_id, category, template, campaign_id, country);
alter table ana_price_days
    add column cut smallint not null default 0,
    drop constraint ana_price_days_pkey,
    add primary key (workspace_id, cut, hour, number_id, category, template, campaign_id, country,
        price_model, price_type, price_category, billable);
alter table ana_latency_days
    add column cut smallint not null default 0,
    drop constraint ana_latency_days_pkey,
    add primary key (workspace_id, cut, hour, number_id, category, step, bucket);
alter table ana_error_days
    add column cut smallint not null default 0,
    drop constraint ana_error_days_pkey,
    add primary key (workspace_id, cut, hour, number_id, category, template, campaign_id, country, code);
alter table ana_folded
    add column cut smallint not null default 0,
    drop constraint ana_folded_pkey,
    add primary key (workspace_id, day, cut);
