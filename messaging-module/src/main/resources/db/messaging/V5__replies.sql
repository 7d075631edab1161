-- Replies: Meta's id of the message that an outbound message answers; goes out as context.message_id.
alter table msg_message add column reply_to text;
