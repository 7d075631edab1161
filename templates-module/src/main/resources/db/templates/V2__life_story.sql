-- What Meta tells of a template beyond its text, and what became of it over time.
alter table tpl_template
    drop column body_parameters,
    add column parameter_format text not null default 'POSITIONAL',
    -- the category that we asked for; null when the template was not made here
    add column requested_category text,
    add column previous_category text,
    -- where Meta says that it will move it, and when
    add column next_category text,
    add column next_category_at timestamptz,
    add column quality text not null default 'UNKNOWN',
    -- what Meta said with the last status, and until when it holds
    add column note text,
    add column status_until timestamptz,
    add column ttl_seconds bigint,
    add column created_at timestamptz not null default now(),
    add column status_at timestamptz not null default now(),
    -- when a webhook or we have last changed it: what was read from Meta before does not count
    add column changed_at timestamptz not null default now(),
    add column deleted_at timestamptz;

-- A name may be used again after its template was deleted; the old one stays for its story.
alter table tpl_template drop constraint tpl_template_account_id_name_language_key;
create unique index tpl_template_name on tpl_template (account_id, name, language) where deleted_at is null;
-- webhooks name a template by Meta's id
create index tpl_template_meta on tpl_template (meta_id);

-- The story of each template; insert only.
create table tpl_history (
    id uuid primary key,
    template_id uuid not null,
    at timestamptz not null,
    -- SUBMITTED, EDITED, STATUS, CATEGORY, CATEGORY_NOTICE, QUALITY, CONTENT, DELETED
    kind text not null,
    old_value text,
    new_value text,
    reason text,
    detail text,
    -- WEBHOOK, SYNC or US
    source text not null,
    -- who of us: the name of a key or a person
    actor text
);
create index tpl_history_template on tpl_history (template_id, at);

-- When the templates of an account were last compared with Meta.
create table tpl_check (
    account_id uuid primary key,
    workspace_id uuid not null,
    checked_at timestamptz,
    failed_at timestamptz,
    error text,
    -- a webhook told of something that has to be read
    wanted boolean not null default false
);
