-- Retention of files: those whose bytes we still have, the oldest first (ids are UUIDv7). Only these are ever looked at:
-- rows of files that have gone stay for the messages that name them, and must not be read again each hour.
-- Events, deliveries and raw webhooks need no index: their primary keys are in the order of time already.
create index msg_media_kept on msg_media (id) where state = 0;

-- Until when we have told that a customer service window is open; null when none is. Behind window_expires_at while a person
-- goes on writing: the row is looked at again then, and not with every message.
alter table msg_conversation add column open_until timestamptz;
update msg_conversation set open_until = window_expires_at where window_expires_at > now();
-- windows that end, the next one first; holds open ones only
create index msg_conversation_open on msg_conversation (open_until) where open_until is not null;
