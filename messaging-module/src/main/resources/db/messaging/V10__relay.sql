-- uncertain messages, the oldest first: one-time codes that go again, and what is given up
create index msg_queue_uncertain on msg_queue (lane, next_at) where state = 2;
