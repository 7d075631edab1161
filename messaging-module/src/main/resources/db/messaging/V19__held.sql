-- What is held for a campaign, in the order in which it goes again: it is let go a batch at a time.
create index msg_queue_held on msg_queue (number_id, message_id) where state = 4;
