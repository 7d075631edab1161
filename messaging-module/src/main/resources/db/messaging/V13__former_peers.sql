-- Messages to a person are found through his conversations: an index on the messages themselves would cost a scattered page with
-- each message, and there are thousands of messages for each conversation. Conversations that get another number are found so, too.
create index msg_conversation_peer on msg_conversation (workspace_id, peer);

-- What messages of a conversation went to before it got the number that it has.
create table msg_former_peer (
    workspace_id uuid not null,
    peer text not null,
    conversation_id uuid not null,
    primary key (workspace_id, peer, conversation_id)
);
insert into msg_former_peer (workspace_id, peer, conversation_id)
    select distinct m.workspace_id, m.peer, m.conversation_id
    from msg_message m join msg_conversation c on c.id = m.conversation_id where m.peer <> c.peer;
