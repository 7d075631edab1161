-- What stands beside the content of a message: Meta's context (reply, forwarded, product enquiry), all other members that
-- Meta sent with it, and where it was written when that was neither here nor on a person's phone.
alter table msg_message add column context text;
alter table msg_message add column extra text;
alter table msg_message add column origin text;
-- The wamid that an edit, a revocation or a reaction is about. These are rows of their own; what they do to their
-- target is derived when the target is read, so it does not matter in which order they came.
alter table msg_message add column target text;
create index msg_message_target on msg_message (target) where target is not null;

-- People. A person has a phone number, a business-scoped user id or a user name; each may be missing, not all.
create table msg_contact (
    id uuid primary key,
    workspace_id uuid not null,
    phone text,
    user_id text,
    parent_user_id text,
    username text,
    name text,
    profile_name text,
    language text,
    attributes jsonb not null default '{}',
    tags text[] not null default '{}',
    identity_hash text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- set when a person was deleted whose wish not to be written to must outlast that
    forgotten_at timestamptz,
    check (phone is not null or user_id is not null or username is not null)
);
-- list of a workspace, newest first
create index msg_contact_workspace on msg_contact (workspace_id, id);
create index msg_contact_username on msg_contact (workspace_id, username) where username is not null;
create index msg_contact_tags on msg_contact using gin (tags);

-- Every key under which a person may come: the number with its country variants, the business-scoped user id.
create table msg_contact_identity (
    workspace_id uuid not null,
    value text not null,
    contact_id uuid not null,
    primary key (workspace_id, value)
);
create index msg_contact_identity_contact on msg_contact_identity (contact_id);

-- What a person said about being written to, for each category of message or for all of them; the latest word counts.
create table msg_consent (
    contact_id uuid not null,
    category text not null,
    opted_out boolean not null,
    source text not null,
    detail text,
    at timestamptz not null,
    primary key (contact_id, category)
);

-- The words by which people opt out and in, where a workspace has chosen its own.
create table msg_opt_out_words (
    workspace_id uuid primary key,
    stop_words text[] not null,
    start_words text[] not null
);

alter table msg_conversation add column contact_id uuid;
create index msg_conversation_contact on msg_conversation (contact_id) where contact_id is not null;
-- list of a workspace, the latest activity first
create index msg_conversation_active on msg_conversation
    (workspace_id, (coalesce(last_inbound_at, created_at)) desc, id desc);
