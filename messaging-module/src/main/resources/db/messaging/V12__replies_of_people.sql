-- Which message of ours a person has answered, and when first. A row of its own and no column of msg_message: the answer
-- comes in with others' messages, and whoever writes it would have to lock rows of messages out of order.
create table msg_reply (
    message_id uuid primary key,
    reply_id uuid not null,
    at timestamptz not null
);

-- All messages of an hour or a day, to compare counts with them. A few bytes for each 32 pages; nothing that an update of a
-- status touches.
create index msg_message_created on msg_message using brin (created_at) with (pages_per_range = 32, autosummarize = on);
