-- The processes that run on this database. What one has claimed is free as soon as it is gone.
create table plt_process (
    id         uuid primary key,
    started_at timestamptz not null,
    -- Until when the process is taken for alive if it gives no further sign of life; by the database's clock.
    alive_until timestamptz not null
);

-- Which process works under a key; null where none does, and for claims made before this column.
alter table plt_idempotency add column holder uuid;
