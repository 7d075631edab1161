-- The campaign that a message belongs to; it never changes, so that statuses stay on their page (HOT).
alter table msg_message add column campaign_id uuid;
-- the messages of a campaign
create index msg_message_campaign on msg_message (campaign_id, id) where campaign_id is not null;
-- What waits for a campaign that is paused has state 4 in msg_queue: no claim takes it.
