-- Conversations in which nothing but campaigns has spoken: they stay out of the inbox until the person answers, or somebody
-- writes to him. A campaign of a million people would bury everybody else.
alter table msg_conversation add column quiet boolean not null default false;
update msg_conversation c set quiet = true
where c.last_inbound_at is null
    and exists (select 1 from msg_message m where m.conversation_id = c.id)
    and not exists (select 1 from msg_message m where m.conversation_id = c.id and m.campaign_id is null);
-- the inbox, the latest activity first
create index msg_conversation_shown on msg_conversation
    (workspace_id, (coalesce(last_inbound_at, created_at)) desc, id desc) where not quiet;
