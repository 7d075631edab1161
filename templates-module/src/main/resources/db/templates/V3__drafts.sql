-- Templates that are not handed in yet: Meta knows nothing of them.
create table tpl_draft (
    id uuid primary key,
    workspace_id uuid not null,
    -- which account shall have it; null while that is open
    account_id uuid,
    -- the template that it changes; null for a new one
    template_id uuid,
    name text not null,
    category text not null,
    language text not null,
    parameter_format text,
    components text not null,
    ttl_seconds bigint,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    saved_by text not null
);

-- list of a workspace
create index tpl_draft_workspace on tpl_draft (workspace_id, saved_at);
