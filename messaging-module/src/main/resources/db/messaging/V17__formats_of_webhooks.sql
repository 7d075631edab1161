-- In which language an endpoint is told, and for how long it is waited for; null for as long as all others.
alter table msg_webhook add column format text not null default 'chasqui';
alter table msg_webhook add column timeout_ms integer;
