-- Endpoints that were removed over the native API or in the dashboard have left what the dialect knew of them.
do $$
begin
    if to_regclass('msg_webhook') is not null then
        delete from api_botmaker_webhook b where not exists (select 1 from msg_webhook w where w.id = b.webhook_id);
    end if;
end
$$;
