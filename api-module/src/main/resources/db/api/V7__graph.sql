-- What a client has given a message (biz_opaque_callback_data), to have it back with each of its statuses: Meta is given ours.
create table api_callback_data (
    message_id uuid primary key,
    data text not null,
    created_at timestamptz not null
);
create index api_callback_data_created on api_callback_data (created_at);
