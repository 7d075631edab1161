-- Templates as Meta last described them.
create table tpl_template (
    id uuid primary key,
    account_id uuid not null,
    workspace_id uuid not null,
    meta_id text not null,
    name text not null,
    language text not null,
    status text not null,
    category text not null,
    rejected_reason text,
    components text not null,
    body_parameters integer not null,
    synced_at timestamptz not null,
    -- a message names its template by name and language
    unique (account_id, name, language)
);

-- list of a workspace
create index tpl_template_workspace on tpl_template (workspace_id, name, language);
