-- When a webhook about a number came last, and what Meta has accepted since. Each node adds what it knows every few seconds.
create table ana_hearing (
    number_id uuid primary key,
    heard_at timestamptz,
    -- the first message that Meta accepted after that; null when there is none
    waiting_since timestamptz,
    waiting bigint not null
);

-- What Meta has counted for a day (UTC), and what we had counted for it when we asked.
create table ana_meta_day (
    number_id uuid not null,
    day date not null,
    compared_at timestamptz not null,
    sent_at_meta bigint not null,
    delivered_at_meta bigint not null,
    sent_here bigint not null,
    delivered_here bigint not null,
    primary key (number_id, day)
);

-- what people have written to a number, hour by hour; its columns never change, so it costs nothing but the row's first write
create index ana_hour_received on ana_hour (number_id, hour) where direction = 1;
