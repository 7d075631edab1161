-- Where clients of 360dialog and CBOT have the notifications of a number sent; the endpoint itself, with its headers and its
-- retries, is one of messaging.
create table api_dialog360_callback (
    webhook_id uuid primary key,
    workspace_id uuid not null,
    -- our id of the number
    number_id uuid not null,
    -- null for the one of /v1/configs/webhook, else its name at /multi_webhook
    name text,
    created_at timestamptz not null
);
create unique index api_dialog360_callback_main on api_dialog360_callback (number_id) where name is null;
create unique index api_dialog360_callback_extra on api_dialog360_callback (number_id, name) where name is not null;
