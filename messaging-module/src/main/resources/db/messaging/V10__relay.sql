-- uncertain messages, the oldest first: one-time codes that go again, and what is given up
create index msg_queue_uncertain on msg_queue (lane, next_at) where state = 2;

-- the status that told the price: the furthest one counts, in whatever order they come
alter table msg_message add column price_status smallint;

-- A status is of a number: another number's may not stand in its way. Null for those that were parked before this.
alter table msg_orphan_status drop constraint msg_orphan_status_pkey;
alter table msg_orphan_status add column number_id uuid;
create unique index msg_orphan_status_told on msg_orphan_status
    (wamid, status, coalesce(number_id, '00000000-0000-0000-0000-000000000000'));
-- purge
create index msg_orphan_status_received on msg_orphan_status (received_at);
