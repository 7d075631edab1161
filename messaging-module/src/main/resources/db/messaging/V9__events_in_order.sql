-- Endpoints that ask for order get the events of a conversation by this number. With numbers handed out in blocks, each
-- connection would count in a block of its own, and a later event could get the smaller number.
alter table msg_event alter column seq set cache 1;
