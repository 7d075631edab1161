-- What a client of Meta's Cloud API has given a message (biz_opaque_callback_data), to have it back with each of its statuses.
create table api_graph_callback (
    message_id uuid primary key,
    data text not null,
    created_at timestamptz not null
);
create index api_graph_callback_created on api_graph_callback (created_at);
